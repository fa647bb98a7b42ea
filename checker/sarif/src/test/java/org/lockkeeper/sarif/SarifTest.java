package org.lockkeeper.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;
import org.lockkeeper.check.Patch;
import org.lockkeeper.check.Program;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Severity;
import org.lockkeeper.check.TextEdit;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

class SarifTest {

  private static final Path BASE = Path.of("work").toAbsolutePath();
  private static final About RACE =
      new About(
          "UnguardedCheckThenAct",
          "A check and its act can be torn",
          Severity.WARNING,
          List.of("CWE-367", "CERT-VNA03-J"));
  private static final MethodRef PUT =
      new MethodRef("a.b.C$D", "put", List.of("java.lang.Object", "int"), "void");
  private static final MethodRef LAMBDA =
      new MethodRef("a.b.C$D", "lambda$put$0", List.of("int"), "void");

  @Test
  void followsTheSchema() throws IOException {
    JsonNode log = log(report(race(10), race(20), bare()), List.of("two types are unknown"));
    try (InputStream schema =
        com.contrastsecurity.sarif.SarifSchema210.class.getResourceAsStream(
            "/schema/sarif-schema-2.1.0.json")) {
      JsonSchema sarif =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
      assertThat(sarif.validate(log)).isEmpty();
      assertThat(sarif.validate(log(report(), List.of()))).isEmpty();
    }
  }

  @Test
  void saysThatNothingWasFound() {
    JsonNode results = log(report(), List.of()).at("/runs/0/results");
    assertThat(results.isArray()).isTrue();
    assertThat(results).isEmpty();
  }

  @Test
  void describesTheChecks() {
    JsonNode rule = log(report(race(10)), List.of()).at("/runs/0/tool/driver/rules/0");
    assertThat(rule.at("/id").asText()).isEqualTo("UnguardedCheckThenAct");
    assertThat(rule.at("/shortDescription/text").asText()).isEqualTo(RACE.sentence());
    assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("warning");
    assertThat(rule.at("/properties/tags"))
        .extracting(JsonNode::asText)
        .contains("CWE-367", "CERT-VNA03-J", "external/cwe/cwe-367");
    assertThat(rule.at("/relationships/0/target/id").asText()).isEqualTo("367");
  }

  @Test
  void placesAResultByFileAndDeclaration() {
    JsonNode result = first(race(10));
    assertThat(result.at("/ruleId").asText()).isEqualTo("UnguardedCheckThenAct");
    assertThat(result.at("/level").asText()).isEqualTo("warning");
    JsonNode physical = result.at("/locations/0/physicalLocation");
    assertThat(physical.at("/artifactLocation/uri").asText()).isEqualTo("src/my%20code/C.java");
    assertThat(physical.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
    assertThat(physical.at("/region/startLine").asInt()).isEqualTo(11);
    assertThat(physical.at("/region/startColumn").asInt()).isEqualTo(7);
    JsonNode logical = result.at("/locations/0/logicalLocations/0");
    assertThat(logical.at("/fullyQualifiedName").asText())
        .isEqualTo("a.b.C$D.put(java.lang.Object,int)");
    assertThat(logical.at("/kind").asText()).isEqualTo("function");
  }

  @Test
  void namesTheMethodAroundALambda() {
    JsonNode related = first(race(10)).at("/relatedLocations/0");
    assertThat(related.at("/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo("a.b.C$D.put(java.lang.Object,int)");
    assertThat(related.at("/message/text").asText()).isEqualTo("checks `cache`");
  }

  @Test
  void keepsFilesOutsideAbsolute() {
    JsonNode result = first(Finding.of(RACE, at(PUT, "/elsewhere/C.java", 3), "m"));
    JsonNode file = result.at("/locations/0/physicalLocation/artifactLocation");
    assertThat(file.at("/uri").asText()).startsWith("file:///").endsWith("/elsewhere/C.java");
    assertThat(file.has("uriBaseId")).isFalse();
  }

  @Test
  void tellsTheInterleavingAsThreadFlows() {
    JsonNode threads = first(race(10)).at("/codeFlows/0/threadFlows");
    assertThat(threads)
        .extracting(t -> t.at("/id").asText())
        .containsExactly("thread 1", "thread 2");
    assertThat(threads.get(0).at("/locations"))
        .extracting(l -> l.at("/executionOrder").asInt())
        .containsExactly(1, 4);
    assertThat(threads.get(1).at("/locations"))
        .extracting(l -> l.at("/location/message/text").asText())
        .containsExactly("containsKey(k) = false", "put(k, v2)");
  }

  @Test
  void carriesFixesAsReplacements() {
    JsonNode fixes = first(race(10)).at("/fixes");
    assertThat(fixes).hasSize(1);
    JsonNode change = fixes.at("/0/artifactChanges/0");
    assertThat(change.at("/artifactLocation/uri").asText()).isEqualTo("src/my%20code/C.java");
    assertThat(change.at("/replacements/0/deletedRegion/charOffset").asInt()).isEqualTo(5);
    assertThat(change.at("/replacements/0/deletedRegion/charLength").asInt()).isEqualTo(4);
    assertThat(change.at("/replacements/0/insertedContent/text").asText()).isEqualTo("mended");
  }

  @Test
  void passesNoticesOn() {
    JsonNode run = log(report(), List.of("two types are unknown")).at("/runs/0/invocations/0");
    assertThat(run.at("/executionSuccessful").asBoolean()).isTrue();
    assertThat(run.at("/toolExecutionNotifications"))
        .extracting(n -> n.at("/message/text").asText())
        .containsExactly("two types are unknown", "an expired suppression");
  }

  @Test
  void fingerprintsSurviveMovedLines() {
    assertThat(fingerprint(first(race(10)))).isEqualTo(fingerprint(first(race(500))));
    assertThat(fingerprint(first(race(10)))).isNotEqualTo(fingerprint(first(bare())));
  }

  @Test
  void fingerprintsOfTwinsDiffer() {
    JsonNode results = log(report(race(10), race(20)), List.of()).at("/runs/0/results");
    assertThat(fingerprint(results.get(1))).isEqualTo(fingerprint(results.get(0)) + "/2");
  }

  private static String fingerprint(JsonNode result) {
    return result.at("/partialFingerprints").get(Sarif.FINGERPRINT).asText();
  }

  private static JsonNode first(Finding finding) {
    return log(report(finding), List.of()).at("/runs/0/results/0");
  }

  private static JsonNode log(Report report, List<String> notices) {
    Sarif sarif =
        new Sarif(report, program().classes(), new Below(BASE), about -> Optional.empty());
    try {
      return new ObjectMapper().readTree(sarif.write("check", "1", notices));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Report report(Finding... findings) {
    return new Report(
        List.of(findings),
        Map.of(RACE.name(), Severity.WARNING),
        List.of(RACE),
        List.of("an expired suppression"),
        1);
  }

  private static Finding race(int line) {
    Site check = at(LAMBDA, "src/my code/C.java", line);
    Site act = at(PUT, "src/my code/C.java", line + 1);
    return Finding.of(
            RACE,
            act,
            "`cache` may change between containsKey (line %d) and put (line %d)"
                .formatted(line, line + 1))
        .with(check, "checks `cache`", 1)
        .with(
            Interleaving.of(
                new Step(1, check, "containsKey(k) = false"),
                new Step(2, check, "containsKey(k) = false"),
                new Step(2, act, "put(k, v2)"),
                new Step(1, act, "put(k, v1)", "v2 is lost")))
        .because("`cache` is a ConcurrentHashMap")
        .with(new Fix("cache.computeIfAbsent(k, this::load)", List.of(), patch()))
        .with(Fix.advice("advice: hold a lock"));
  }

  private static Patch patch() {
    return new Patch(List.of(new TextEdit("src/my code/C.java", 5, 9, "mended")), List.of());
  }

  private static Finding bare() {
    return Finding.of(RACE, new Site(PUT, "C.java", 0, 0, -1), "`cache` is torn");
  }

  private static Site at(MethodRef in, String file, int line) {
    return new Site(in, file, line, 7, -1);
  }

  private static Program program() {
    Site site = at(PUT, "C.java", 1);
    MethodInfo put = method(PUT, Optional.empty());
    MethodInfo lambda = method(LAMBDA, Optional.of(PUT));
    ClassInfo type =
        new ClassInfo(
            "a.b.C$D",
            Optional.of("java.lang.Object"),
            List.of(),
            0,
            List.of(),
            Optional.of("a.b.C"),
            Optional.empty(),
            List.of(),
            List.of(put, lambda),
            site,
            "C.java");
    return new Program() {
      @Override
      public List<ClassInfo> classes() {
        return List.of(type);
      }

      @Override
      public Optional<ClassInfo> find(String binaryName) {
        return Optional.empty();
      }
    };
  }

  private static MethodInfo method(MethodRef ref, Optional<MethodRef> around) {
    Site site = at(ref, "C.java", 1);
    return new MethodInfo(ref, 0, List.of(), List.of(), List.of(), around, site, Optional::empty);
  }

  /** Files below a folder. */
  private record Below(Path base) implements SourceFiles {
    @Override
    public Optional<String> relative(String file) {
      Path path = base.resolve(file).normalize();
      return path.startsWith(base)
          ? Optional.of(base.relativize(path).toString().replace('\\', '/'))
          : Optional.empty();
    }

    @Override
    public Optional<Path> path(String file) {
      return Optional.of(base.resolve(file).normalize());
    }

    @Override
    public Optional<String> text(String file) {
      return Optional.empty();
    }
  }
}
