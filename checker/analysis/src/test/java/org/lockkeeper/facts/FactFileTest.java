package org.lockkeeper.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactFileTest {

  /** Each form of fact that there is, as it is written. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "blocks",
        "blocks as sleep",
        "blocks as sleep for 0 millis",
        "blocks for 1 unit 2",
        "blocks as sleep for 0 this",
        "yields",
        "yields on virtual-thread",
        "pins",
        "pins before 24",
        "spins",
        "exits",
        "acquires this",
        "acquires this shared if true",
        "acquires this optimistic if not zero",
        "acquires 0 permit",
        "releases this",
        "releases this shared",
        "releases this any",
        "held this if true",
        "held 0 if not null",
        "held result shared if zero",
        "waits this",
        "signals this",
        "holds lock",
        "holds lock.readLock() shared",
        "excludes Outer.this",
        "takes lock if true",
        "gives lock",
        "guarded by lock",
        "guarded by a | this.b",
        "locks order A.x < B.y",
        "locks order A.x < B.y < C.z",
        "checks this",
        "checks this[0] present if not null",
        "acts this[0]",
        "removes this[0]",
        "uses 1",
        "atomic",
        "idempotent",
        "serial",
        "iterates 0",
        "continues on 0",
        "provides event-loop",
        "fuses containsKey put into putIfAbsent",
        "works as optional",
        "is concurrent",
        "is not thread-safe",
        "is thread-safe",
        "returns this",
        "returns 0",
        "returns part of this",
        "returns read side of this",
        "returns write side of 1",
        "returns condition of this",
        "returns fresh",
        "returns not thread-safe",
        "returns synchronized",
        "runs 0 now",
        "runs this later",
        "runs 0 now if null",
        "runs 0 later on event-loop",
        "run later by default",
        "run later on event-loop by default",
        "starts on 0",
        "run now by default",
        "runs on event-loop",
        "cooperative",
        "cooperative on loop",
        "in event-loop if true",
        "ready this if true",
        "provides pool",
        "threads 1",
        "continues on 0",
        "confined to ui",
        "not blocks"
      })
  void factsReadBackAsWritten(String fact) {
    FactFile file = FactFile.parse("t", "a.B  " + fact);
    assertThat(file.lines().get("a.B")).hasToString("[" + fact + "]");
    assertThat(FactFile.parse("t", file.text())).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.B",
        "B",
        "a.B$C",
        "a.*",
        "a.B#m",
        "a.B#m()",
        "a.B#m(*)",
        "a.B#m(int,String[],Entry)",
        "a.B#<init>(int)",
        "a.B#<init>",
        "a.B#*",
        "a.B#lambda$0",
        "@a.B",
        "@B"
      })
  void keys(String key) {
    assertThat(FactFile.parse("t", key + "  blocks").lines()).containsOnlyKeys(key);
  }

  @Test
  void commentsAndBlankLinesAreSkippedAndLinesSorted() {
    FactFile file =
        FactFile.parse("t", "# head\n\nb.Long  blocks  # why\na.A#m()    atomic, yields\n");
    assertThat(file.text()).isEqualTo("a.A#m()  atomic, yields\nb.Long   blocks\n");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstKey() {
    FactFile file = FactFile.parse("t", "\uFEFFa.B  blocks\r\n");
    assertThat(file.lines()).containsOnlyKeys("a.B");
  }

  @Test
  void targetsHaveParts() {
    FactFile file = FactFile.parse("t", "a.B#m  acts this[2], uses result");
    assertThat(file.lines().get("a.B#m"))
        .isEqualTo(
            List.of(
                new Fact.Acts(new Target(Target.THIS, 2)),
                new Fact.Uses(new Target(Target.RESULT, Target.WHOLE))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a.B  blocks bytes~13~expected \",\" or the end of the line after \"blocks\", found"
            + " \"bytes\"",
        "a.B  blocks for 1~18~expected \"unit\" and an argument index, or nanos, micros, millis,"
            + " seconds, minutes, duration, this, found the end of the line",
        "a.B  blocks,~13~",
        "a.B  acquires lock~15~expected \"this\", \"result\" or an argument index, found \"lock\"",
        "a.B  acquires this if maybe~23~expected \"true\", \"false\", \"null\", \"not null\","
            + " \"zero\" or \"not zero\", found \"maybe\"",
        "a.B  checks this present~25~expected \"if\" and a result, found the end of the line",
        "a.B  not thread-safe~10~expected the first word of a fact (write \"is\" before a trait),"
            + " found \"thread-safe\"",
        "a.B  is safe~9~expected a trait (concurrent, synchronized, legacy, thread-safe, immutable,"
            + " not thread-safe, lock, component, confined, unbounded, sorted, endless, limited,"
            + " parallel), found \"safe\"",
        "a.B  works as bag~15~expected what it works as (collection, list, queue, map, identity,"
            + " entry, cursor, stream, future, lock, absence, optional, named), found \"bag\"",
        "a.B  runs 0~12~expected \"now\" or \"later\", found the end of the line",
        "a.B  guarded lock~14~expected \"by\", found \"lock\"",
        "a.B  locks order A~19~expected \"<\", found the end of the line",
        "a.B  fuses a b c~16~expected \"into\", found \"c\"",
        "a.B  blocks, not blocks~14~\"not blocks\" contradicts \"blocks\" in the same line",
        "a.B  not runs, runs 0 now~16~\"runs 0 now\" contradicts \"not runs\"",
        "a.B  atomic, atomic~14~\"atomic\" is said twice",
        "a.B blocks~4~expected two or more spaces after the key, then facts",
        "a.B~4~expected two or more spaces after the key, then facts",
        " a.B  blocks~1~expected a key at the start of the line, found a space",
        "a.B#m(java.util.Map)  blocks~1~expected a key",
        "a.B#m(int...)  blocks~1~(write Type[] for Type...)",
        "a/B  blocks~1~expected a key"
      })
  void errorsSayWhereAndWhatWasExpected(String line, int column, String message) {
    String expected = message == null ? "expected a fact (acquires, acts, " : message;
    assertThatExceptionOfType(FactSyntaxException.class)
        .isThrownBy(() -> FactFile.parse("my.facts", "# first\n" + line))
        .withMessageStartingWith("my.facts:2:" + column + ": ")
        .withMessageContaining(expected)
        .satisfies(e -> assertThat(e.line()).isEqualTo(2))
        .satisfies(e -> assertThat(e.column()).isEqualTo(column))
        .satisfies(e -> assertThat(e.file()).isEqualTo("my.facts"));
  }

  @Test
  void aKeyHasOneLine() {
    assertThatExceptionOfType(FactSyntaxException.class)
        .isThrownBy(() -> FactFile.parse("my.facts", "a.B  blocks\na.B  yields"))
        .withMessage("my.facts:2:1: a.B already has a line (1)");
  }
}
