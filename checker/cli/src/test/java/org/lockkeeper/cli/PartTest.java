package org.lockkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartTest {

  private static final Path A = Path.of("/one/A.java");
  private static final Path B = Path.of("/one/B.java");
  private static final Path OTHER_A = Path.of("/two/A.java");
  private static final Path USER_OF_A = Path.of("/two/User.java");

  private final Map<Path, List<String>> declared = new LinkedHashMap<>();

  @Test
  void isOneWhereNoClassIsDeclaredTwice() {
    declared.put(A, List.of("A", "Helper"));
    declared.put(B, List.of("B"));
    assertThat(Part.split(declared)).containsExactly(Part.of(List.of(A, B)));
  }

  @Test
  void keepsFoldersTogether() {
    declared.put(A, List.of("A"));
    declared.put(B, List.of("B"));
    declared.put(OTHER_A, List.of("A"));
    declared.put(USER_OF_A, List.of("User"));
    assertThat(Part.split(declared))
        .containsExactly(
            new Part(List.of(A, B), Map.of("User", USER_OF_A)),
            new Part(List.of(OTHER_A, USER_OF_A), Map.of("B", B)));
  }

  @Test
  void setsApartOneFileOfAFolderWhenItClashesWithinIt() {
    declared.put(A, List.of("A", "Helper"));
    declared.put(B, List.of("B", "Helper"));
    declared.put(USER_OF_A, List.of("User"));
    assertThat(Part.split(declared))
        .containsExactly(
            new Part(List.of(A, USER_OF_A), Map.of("B", B)),
            new Part(List.of(B), Map.of("A", A, "User", USER_OF_A)));
  }

  @Test
  void findsTheNearestOfSeveralThatStandBeside() {
    declared.put(A, List.of("A"));
    declared.put(OTHER_A, List.of("A"));
    Path twin = Path.of("/two/Twin.java");
    declared.put(USER_OF_A, List.of("User"));
    declared.put(twin, List.of("User"));
    List<Part> parts = Part.split(declared);
    assertThat(parts).last().isEqualTo(new Part(List.of(twin), Map.of("A", OTHER_A)));
  }
}
