package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Severity;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/** The harness fails when it should. */
class JudgeTest {
  private static final About ABOUT = new About("Some", "Something.", Severity.WARNING, List.of());
  private static final MethodRef IN = new MethodRef("A", "m", List.of(), "void");

  private static final String WANTED =
      """
      class A {
        void m() {
          go(); // want Some "to be"
        }
      }
      """;

  @Test
  void aWantedFindingIsNoFault() {
    assertThat(judge(WANTED, finding(3, "ought to be `here`"))).isEmpty();
  }

  @Test
  void aFindingThatDoesNotComeIsAFault() {
    assertThat(judge(WANTED)).containsExactly("A.java:3: not found: want Some \"to be\"");
  }

  @Test
  void theMessageMustContainThePart() {
    assertThat(judge(WANTED, finding(3, "is `here`"))).hasSize(2);
  }

  @Test
  void aLineWithoutMarkerMustStaySilent() {
    assertThat(judge(WANTED, finding(3, "to be"), finding(2, "also")))
        .containsExactly("A.java:2: not wanted: [Some] also");
  }

  @Test
  void oneMarkerTakesOneFinding() {
    assertThat(judge(WANTED, finding(3, "to be"), finding(3, "to be"))).hasSize(1);
  }

  @Test
  void aLineMayWantSeveral() {
    String source = "class A {} // want Some \"one\" // want Some \"two\"\n";
    assertThat(judge(source, finding(1, "two"), finding(1, "one"))).isEmpty();
  }

  @Test
  void aFalseAlarmThatIsCuredIsAFault() {
    String source = "class A {\n void falseAlarm_x() {\n  go(); // want Some\n }\n}\n";
    assertThat(judge(source, finding(3, "wrongly"))).isEmpty();
    assertThat(judge(source)).singleElement().asString().contains("cured, so rename falseAlarm_x");
  }

  @Test
  void aMissedAlarmThatIsCuredIsAFault() {
    String source = "class A {\n void missedAlarm_x() {\n  go(); // missed Some\n }\n}\n";
    assertThat(judge(source)).isEmpty();
    assertThat(judge(source, finding(3, "found")))
        .containsExactly("A.java:3: cured, so rename the method and want [Some] found");
  }

  @Test
  void aPinWithoutMarkerIsAFault() {
    assertThat(judge("class A {\n void missedAlarm_x() {}\n void falseAlarm_y() {}\n}\n"))
        .containsExactly(
            "A.java:2: missedAlarm_x has no marker of what it pins",
            "A.java:3: falseAlarm_y has no marker of what it pins");
  }

  @Test
  void missedOutsideOfAMissedAlarmIsAFault() {
    assertThat(judge("class A {\n int x; // missed Some\n}\n")).hasSize(1);
  }

  @Test
  void aFactMustBeKnown() {
    Case judged = caseOf("class A {\n void m() {} // want fact \"blocks\"\n}\n");
    assertThat(Judge.faults(judged, List.of(), List.of())).hasSize(1);
    assertThat(
            Judge.faults(
                judged, List.of(), List.of(new FactProbe.Known("A.java", 2, "blocks as io"))))
        .isEmpty();
  }

  @Test
  void anUnreadableMarkerIsRefused() {
    assertThatThrownBy(() -> judge("class A {} // want Some \"open\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A.java:1: expected // want Check \"part\"");
  }

  @Test
  void messagesFollowTheStyle() {
    assertThat(MessageStyle.faults(finding(1, "`map.put()` may lose a write"))).isEmpty();
    assertThat(MessageStyle.faults(finding(1, "This is a bug."))).hasSize(2);
  }

  private static List<String> judge(String source, Finding... findings) {
    return Judge.faults(caseOf(source), List.of(findings), List.of());
  }

  private static Case caseOf(String source) {
    return new Case(
        "A", List.of(new Case.Source("A.java", source)), Optional.empty(), Optional.empty());
  }

  private static Finding finding(int line, String message) {
    return Finding.of(ABOUT, new Site(IN, "A.java", line, 1, 0), message);
  }
}
