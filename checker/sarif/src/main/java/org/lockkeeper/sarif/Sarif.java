package org.lockkeeper.sarif;

import com.contrastsecurity.sarif.ArtifactChange;
import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Fix;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.Replacement;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.RunAutomationDetails;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Patch;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Severity;
import org.lockkeeper.check.TextEdit;
import org.lockkeeper.edit.Patches;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.report.Text;

/**
 * Writes a report as a SARIF 2.1.0 log with one run. Deterministic: no times, no machine's paths.
 */
public final class Sarif {

  /** The name of our fingerprint among a result's partial fingerprints. */
  static final String FINGERPRINT = "lockkeeper/v1";

  private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

  private final Report report;
  private final SarifPlaces places;
  private final Fingerprints fingerprints;
  private final SourceFiles sources;
  private final Function<About, Optional<String>> pages;

  /**
   * Of a report.
   *
   * @param classes that it is about
   * @param sources its files
   * @param pages what is written about a check, as Markdown
   */
  public Sarif(
      Report report,
      Collection<ClassInfo> classes,
      SourceFiles sources,
      Function<About, Optional<String>> pages) {
    Declarations declarations = new Declarations(classes);
    this.report = report;
    this.pages = pages;
    this.places = new SarifPlaces(declarations, sources);
    this.fingerprints = new Fingerprints(declarations);
    this.sources = sources;
  }

  /**
   * The log as JSON, indented, with a line feed at the end.
   *
   * @param command {@code check} or {@code scan}
   * @param version of the tool
   * @param notices about the run, besides those of the report
   */
  public String write(String command, String version, List<String> notices) {
    SarifRules rules = new SarifRules(report, pages);
    Run run =
        new Run()
            .withTool(new Tool().withDriver(rules.driver(version)))
            .withTaxonomies(rules.taxonomies())
            .withInvocations(List.of(invocation(notices)))
            .withAutomationDetails(new RunAutomationDetails().withId("lockkeeper/" + command + "/"))
            .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
            .withOriginalUriBaseIds(bases())
            .withResults(report.findings().stream().map(f -> result(f, rules)).toList());
    SarifSchema210 log =
        new SarifSchema210()
            .with$schema(SCHEMA)
            .withVersion(SarifSchema210.Version._2_1_0)
            .withRuns(List.of(run));
    return json(log);
  }

  /** The model classes leave out what equals SARIF's default; not every consumer knows that. */
  private abstract static class ExplicitLevel {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    abstract Object getLevel();
  }

  private static String json(SarifSchema210 log) {
    ObjectMapper mapper = new ObjectMapper();
    mapper.addMixIn(Result.class, ExplicitLevel.class);
    mapper.addMixIn(ReportingConfiguration.class, ExplicitLevel.class);
    mapper.enable(SerializationFeature.INDENT_OUTPUT);
    try {
      return mapper.writeValueAsString(log).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OriginalUriBaseIds bases() {
    Message where = new Message().withText("The folder that lockkeeper ran in");
    return new OriginalUriBaseIds()
        .withAdditionalProperty(SarifPlaces.BASE, new ArtifactLocation().withDescription(where));
  }

  private Invocation invocation(List<String> more) {
    List<Notification> notes = new ArrayList<>();
    for (List<String> texts : List.of(more, report.notices())) {
      for (String text : texts) {
        notes.add(
            new Notification()
                .withLevel(Notification.Level.WARNING)
                .withMessage(new Message().withText(text)));
      }
    }
    return new Invocation().withExecutionSuccessful(true).withToolExecutionNotifications(notes);
  }

  private Result result(Finding finding, SarifRules rules) {
    Result result =
        new Result()
            .withRuleId(finding.check())
            .withRuleIndex(rules.index(finding.check()))
            .withLevel(level(report.severity(finding)))
            .withMessage(message(finding))
            .withLocations(List.of(places.location(finding.site())))
            .withPartialFingerprints(
                new PartialFingerprints()
                    .withAdditionalProperty(FINGERPRINT, fingerprints.next(finding)));
    Set<Location> related = places.related(finding);
    Set<Fix> fixes = fixes(finding);
    return result
        .withRelatedLocations(related.isEmpty() ? null : related)
        .withCodeFlows(places.flows(finding))
        .withFixes(fixes.isEmpty() ? null : fixes);
  }

  private static Result.Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> Result.Level.ERROR;
      case WARNING -> Result.Level.WARNING;
      case NOTE, OFF -> Result.Level.NOTE;
    };
  }

  private static Message message(Finding finding) {
    String body = Text.plain().body(finding);
    int end = body.indexOf('\n');
    String reason = finding.because().isEmpty() ? "" : "; reported because " + finding.because();
    String details = end < 0 ? "" : "\n\n```\n" + body.substring(end + 1) + "\n```";
    return new Message()
        .withText(finding.message() + reason)
        .withMarkdown(finding.message() + details);
  }

  private Set<Fix> fixes(Finding finding) {
    Set<Fix> fixes = new LinkedHashSet<>();
    for (org.lockkeeper.check.Fix fix : finding.fixes()) {
      Set<ArtifactChange> changes = changes(edits(fix.patch()));
      if (!changes.isEmpty()) {
        fixes.add(
            new Fix()
                .withDescription(new Message().withText(fix.title()))
                .withArtifactChanges(changes));
      }
    }
    return fixes;
  }

  private List<TextEdit> edits(Patch patch) {
    List<TextEdit> all = new ArrayList<>(patch.edits());
    Set<String> files = new LinkedHashSet<>();
    patch.edits().forEach(e -> files.add(e.file()));
    for (String file : files) {
      sources.text(file).ifPresent(t -> all.addAll(Patches.importing(file, t, patch.imports())));
    }
    return all;
  }

  private Set<ArtifactChange> changes(List<TextEdit> changes) {
    Map<String, List<Replacement>> byFile = new LinkedHashMap<>();
    for (TextEdit edit : changes) {
      Region gone =
          new Region().withCharOffset(edit.start()).withCharLength(edit.end() - edit.start());
      byFile
          .computeIfAbsent(edit.file(), f -> new ArrayList<>())
          .add(
              new Replacement()
                  .withDeletedRegion(gone)
                  .withInsertedContent(new ArtifactContent().withText(edit.text())));
    }
    Set<ArtifactChange> all = new LinkedHashSet<>();
    byFile.forEach(
        (file, replacements) ->
            all.add(
                new ArtifactChange()
                    .withArtifactLocation(places.artifact(file))
                    .withReplacements(replacements)));
    return all;
  }
}
