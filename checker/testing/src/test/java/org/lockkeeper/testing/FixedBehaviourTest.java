package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.testing.behaviour.Racers;

/**
 * Fixed code does in several threads what it did in one, which the code before did not. A case that
 * tells a list of results loses each of them at some time, but those that it wraps in {@link
 * OptionalLong}; one that tells a text need not lose.
 */
class FixedBehaviourTest {
  private static final int RACES = 60;
  private static final int STEPS = 60;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> onlyFixedCodeKeepsTheResultOfOneThread() {
    return Case.in(Repository.root().resolve("testdata/fixes")).stream()
        .filter(c -> c.fixed().isPresent())
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> compare(c)));
  }

  private void compare(Case about) throws Exception {
    Racers before = racers(about, about.sources(), "before");
    Racers after = racers(about, List.of(about.fixed().orElseThrow()), "after");
    Set<Integer> kept = new TreeSet<>();
    for (int race = 0; race < RACES; race++) {
      List<Integer> steps = new Random(race).ints(STEPS, 0, 20).boxed().toList();
      Object alone = before.alone(steps);
      assertThat(after.alone(steps)).isEqualTo(alone);
      assertThat(after.together(steps, race)).as("race " + race).isEqualTo(alone);
      if (alone instanceof List<?> results) {
        if (race == 0) {
          kept.addAll(losable(results));
        }
        if (!kept.isEmpty()) {
          List<?> raced = (List<?>) before.together(steps, race);
          kept.removeIf(i -> !results.get(i).equals(raced.get(i)));
        }
      }
    }
    assertThat(kept).as("results that the code before never lost").isEmpty();
  }

  private static Set<Integer> losable(List<?> results) {
    Set<Integer> all = new TreeSet<>();
    for (int i = 0; i < results.size(); i++) {
      if (!(results.get(i) instanceof OptionalLong)) {
        all.add(i);
      }
    }
    return all;
  }

  private Racers racers(Case about, List<Case.Source> sources, String name) {
    Path classes = folder.resolve(about.name() + name);
    InMemory.compile(sources, about.release(), ClassPath.entries(), classes);
    return new Racers(classes, "cases.fixes." + about.name());
  }
}
