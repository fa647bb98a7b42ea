package org.lockkeeper.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Severity;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

class TextTest {

  private static final About RACE =
      new About(
          "UnguardedCheckThenAct", "A check and its act can be torn", Severity.WARNING, List.of());
  private static final About CYCLE =
      new About("LockOrderInversion", "Locks nest both ways", Severity.WARNING, List.of());

  @Test
  void showsARaceAsAPersonReadsIt() {
    String put = "      cache.put(k, load(k));";
    List<String> source = List.of("", "", "", "", "", "", "", "", "", "", "", "", "", put);
    assertThat(Text.plain().withSource(file -> source).finding(race(), Severity.WARNING))
        .isEqualTo(
            """
            Cache.java:14:7: warning: [UnguardedCheckThenAct] `cache` may change between containsKey (line 13) and put (line 14)
                  cache.put(k, load(k));
                  ^
              thread 1                     thread 2
              13  containsKey(k) = false
                                           13  containsKey(k) = false
                                           14  put(k, v2)
              14  put(k, v1)               -- v2 is lost
              reported because cache is a ConcurrentHashMap
              fix: cache.computeIfAbsent(k, this::load)
            """);
  }

  @Test
  void namesFilesWhenTheThreadsAreInDifferentOnes() {
    assertThat(Text.plain().body(inversion()).lines())
        .containsExactly(
            "[LockOrderInversion] `left` is taken before `right` here and after it in Right.java",
            "  thread 1                           thread 2",
            "  Left.java:9    acquires `left`",
            "                                     Right.java:21  acquires `right`",
            "  Left.java:10   waits for `right`",
            "                                     Right.java:22  waits for `left`",
            "  see Main.java:5: starts thread 2",
            "  no fix offered: the order in Right.java is declared");
  }

  @Test
  void keepsLongTextsWithinTheWidth() {
    String words = "waits for the response of a server that nobody owns ".repeat(4).strip();
    Finding finding =
        Finding.of(CYCLE, at("Left.java", 9, 3), "m")
            .with(
                Interleaving.of(
                    new Step(1, at("Left.java", 9, 3), words, words),
                    new Step(2, at("Left.java", 10, 3), "x".repeat(150))))
            .because(words)
            .with(Fix.advice(words + "\n" + words));
    assertThat(Text.plain().body(finding).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110))
        .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
    assertThat(Text.plain().body(finding).replaceAll("\\s+", " ")).contains("fix: " + words);
  }

  @Test
  void goesOnBelowLongNamesOfFiles() {
    String one = "AbstractAutowireCapableBeanFactory.java";
    String other = "ScriptFactoryPostProcessor.java";
    Finding finding =
        Finding.of(CYCLE, at(one, 994, 3), "m")
            .with(
                Interleaving.of(
                    new Step(1, at(one, 994, 3), "acquires `singletonLock`"),
                    new Step(2, at(other, 367, 3), "acquires `scriptBeanFactory`"),
                    new Step(1, at(one, 1018, 3), "waits for `processor.scriptBeanFactory`")));
    assertThat(Text.plain().body(finding).lines())
        .containsExactly(
            "[LockOrderInversion] m",
            "  thread 1                                               thread 2",
            "  AbstractAutowireCapableBeanFactory.java:994",
            "    acquires `singletonLock`",
            "                                                        "
                + " ScriptFactoryPostProcessor.java:367  acquires",
            "                                                           `scriptBeanFactory`",
            "  AbstractAutowireCapableBeanFactory.java:1018  waits",
            "    for `processor.scriptBeanFactory`");
  }

  @Test
  void listsTheStepsOfMoreThanTwoThreads() {
    Finding finding =
        Finding.of(CYCLE, at("A.java", 9, 3), "m")
            .with(
                new Interleaving(
                    List.of("thread 1", "thread 2", "thread 3"),
                    List.of(
                        new Step(1, at("A.java", 9, 3), "holds a"),
                        new Step(3, at("A.java", 30, 3), "holds c"),
                        new Step(2, at("A.java", 20, 3), "waits for c", "so all wait"))));
    assertThat(Text.plain().body(finding).lines())
        .containsExactly(
            "[LockOrderInversion] m",
            "  thread 1    9  holds a",
            "  thread 3   30  holds c",
            "  thread 2   20  waits for c  -- so all wait");
  }

  @Test
  void shortensLongChains() {
    Finding finding = Finding.of(CYCLE, at("A.java", 9, 3), "m");
    for (int line = 1; line <= 20; line++) {
      finding =
          finding.with(at("A.java", line, 0), "calls f", 0).with(at("A.java", 1, 0), "calls f", 0);
    }
    assertThat(Text.plain().body(finding).lines())
        .hasSize(14)
        .startsWith("[LockOrderInversion] m", "  see A.java:1: calls f", "  see A.java:2: calls f")
        .endsWith("  see A.java:12: calls f", "  and 8 more places");
  }

  @Test
  void putsTheCaretBelowItsCharacterWhenThereAreTabs() {
    Text text = Text.plain().withSource(file -> List.of("\tif (a) {\t\tb();"));
    Finding finding = Finding.of(CYCLE, at("A.java", 1, 12), "m");
    assertThat(text.finding(finding, Severity.NOTE).lines().toList().get(2))
        .isEqualTo("\t        \t\t^");
  }

  @Test
  void coloursOnlyWhenAsked() {
    String coloured = Text.plain().withColour(true).finding(race(), Severity.ERROR);
    assertThat(coloured).contains("\u001b[1;31merror:\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(Text.plain().finding(race(), Severity.ERROR));
  }

  @Test
  void countsFindingsBySeverity() {
    Report report =
        new Report(
            List.of(race(), race(), inversion()),
            Map.of(RACE.name(), Severity.WARNING, CYCLE.name(), Severity.ERROR),
            List.of(CYCLE, RACE),
            List.of(),
            3);
    assertThat(Text.plain().summary(report, 12, "file"))
        .isEqualTo("3 findings (1 error, 2 warnings) in 12 files");
    Report none = new Report(List.of(), Map.of(), List.of(), List.of(), 0);
    assertThat(Text.plain().summary(none, 2, "class")).isEqualTo("no findings in 2 classes");
  }

  private static Finding race() {
    Site check = at("Cache.java", 13, 10);
    Site act = at("Cache.java", 14, 7);
    return Finding.of(
            RACE, act, "`cache` may change between containsKey (line 13) and put (line 14)")
        .with(check, "checks `cache`", 1)
        .with(
            Interleaving.of(
                new Step(1, check, "containsKey(k) = false"),
                new Step(2, check, "containsKey(k) = false"),
                new Step(2, act, "put(k, v2)"),
                new Step(1, act, "put(k, v1)", "v2 is lost")))
        .because("cache is a ConcurrentHashMap")
        .with(Fix.advice("cache.computeIfAbsent(k, this::load)"));
  }

  private static Finding inversion() {
    Site left = at("src/Left.java", 9, 5);
    Site leftRight = at("src/Left.java", 10, 7);
    Site right = at("src/Right.java", 21, 5);
    Site rightLeft = at("src/Right.java", 22, 7);
    return Finding.of(CYCLE, left, "`left` is taken before `right` here and after it in Right.java")
        .with(right, "acquires `right`", 2)
        .with(at("src/Main.java", 5, 0), "starts thread 2", 0)
        .with(
            Interleaving.of(
                new Step(1, left, "acquires `left`"),
                new Step(2, right, "acquires `right`"),
                new Step(1, leftRight, "waits for `right`"),
                new Step(2, rightLeft, "waits for `left`")))
        .refusing("the order in Right.java is declared");
  }

  private static Site at(String file, int line, int column) {
    MethodRef in = new MethodRef("demo.Cache", "get", List.of("java.lang.Object"), "void");
    return new Site(in, file, line, column, -1);
  }
}
