package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.testing.behaviour.Racers;
import org.lockkeeper.testing.behaviour.Racers.DeadlockException;

/**
 * Fixed code does in several threads what it did in one, which the code before did not: for each
 * kind of fix the form before loses in some race.
 */
class FixedBehaviourTest {
  /** Races that the fixed form runs. */
  private static final int RACES = 20;

  /** Races in which the form before must have lost. */
  private static final int TRIES = 200;

  private static final int STEPS = 60;

  /** Rounds of loops that others may have to wait for. */
  private static final long ROUNDS = 2048;

  @TempDir private Path folder;

  /** Kinds of fixes, and the cases that tell what came of each of them. */
  @TestFactory
  Stream<DynamicTest> onlyFixedCodeKeepsTheResultOfOneThread() {
    return Stream.of("Filling", "Claiming", "Counting")
        .map(c -> DynamicTest.dynamicTest(c, () -> compare(c)));
  }

  private void compare(String name) throws Exception {
    Racers before = before(name);
    Racers after = after(name);
    for (int race = 0; race < RACES; race++) {
      Object alone = before.alone(steps(race));
      assertThat(after.alone(steps(race))).isEqualTo(alone);
      assertThat(after.together(steps(race), race)).as("race " + race).isEqualTo(alone);
    }
    Map<?, ?> all = (Map<?, ?>) before.alone(steps(0));
    TreeSet<Object> kept = new TreeSet<>(all.keySet());
    kept.removeIf(verb -> all.get(verb) instanceof OptionalLong);
    for (int race = 0; race < TRIES && !kept.isEmpty(); race++) {
      Map<?, ?> alone = (Map<?, ?>) before.alone(steps(race));
      Map<?, ?> raced = (Map<?, ?>) before.together(steps(race), race);
      kept.removeIf(verb -> !alone.get(verb).equals(raced.get(verb)));
    }
    assertThat(kept).as("what the code before never lost").isEmpty();
  }

  /** Monitors are taken by two kinds of steps, locks by two others. */
  @TestFactory
  Stream<DynamicTest> swappedLocksDoNotWaitForEachOther() {
    return Map.of("monitors", 0, "locks", 2).entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> nest(e.getValue())));
  }

  private void nest(int first) throws Exception {
    Racers before = before("Nesting");
    Racers after = after("Nesting");
    boolean stuck = false;
    for (int race = 0; race < TRIES && (race < RACES || !stuck); race++) {
      List<Integer> steps = steps(race).stream().map(s -> first + s % 2).toList();
      Object alone = before.alone(steps);
      if (race < RACES) {
        assertThat(after.alone(steps)).isEqualTo(alone);
        assertThat(after.together(steps, race)).as("race " + race).isEqualTo(alone);
      }
      stuck = stuck || isStuck(before, steps, race);
    }
    assertThat(stuck).as("threads of the code before waited for each other").isTrue();
  }

  private static boolean isStuck(Racers form, List<Integer> steps, int race) throws Exception {
    try {
      form.together(steps, race);
      return false;
    } catch (DeadlockException e) {
      return true;
    }
  }

  /** The others wait for a few rounds at most, and the yields change no result. */
  @Test
  void tasksThatYieldLetOthersRun() throws Exception {
    Racers before = before("Yielding");
    Racers after = after("Yielding");
    for (int race = 0; race < 3; race++) {
      List<Integer> steps = steps(race).subList(0, 20);
      Object alone = before.alone(steps);
      Racers.Turns hogging = before.inTurns(steps, race);
      Racers.Turns polite = after.inTurns(steps, race);
      assertThat(after.alone(steps)).isEqualTo(alone);
      assertThat(hogging.result()).isEqualTo(alone);
      assertThat(polite.result()).isEqualTo(alone);
      assertThat(hogging.longest()).isGreaterThan(ROUNDS);
      assertThat(polite.longest()).isLessThanOrEqualTo(ROUNDS);
    }
  }

  /** The compiler of the machine may read a plain field once: so nothing is rewritten here. */
  @Test
  void volatileIsSeen() throws Exception {
    Path before = compiled(about("Flags"), about("Flags").sources(), "before");
    Path after = compiled(about("Flags"), fixed("Flags"), "after");
    boolean lost = false;
    for (int i = 0; i < 20 && !lost; i++) {
      lost = !sees(before, 100 * (i + 1));
    }
    assertThat(lost).as("the code before never saw it").isTrue();
    for (int i = 0; i < 5; i++) {
      assertThat(sees(after, 100)).isTrue();
    }
  }

  /** Whether a loop sees what is said after a while, rather than give up after many rounds. */
  private static boolean sees(Path form, long millis) throws Exception {
    IntFunction<Object> flags = Racers.asItIs(form, "cases.fixes.Flags", ClassPath.entries());
    List<Object> seen = new ArrayList<>();
    Thread waiting = new Thread(() -> seen.add(flags.apply(31)));
    waiting.setDaemon(true);
    waiting.start();
    Thread.sleep(millis);
    flags.apply(0);
    waiting.join();
    return seen.equals(List.of(true));
  }

  private static List<Integer> steps(int race) {
    return new Random(race).ints(STEPS, 0, 20).boxed().toList();
  }

  private Racers before(String name) throws IOException {
    return racers(about(name), about(name).sources(), "before");
  }

  private Racers after(String name) throws IOException {
    return racers(about(name), fixed(name), "after");
  }

  private static Case about(String name) {
    return Case.in(Repository.root().resolve("testdata/fixes")).stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Case.Source> fixed(String name) {
    return List.of(about(name).fixed().orElseThrow());
  }

  private Racers racers(Case about, List<Case.Source> sources, String form) {
    return new Racers(compiled(about, sources, form), "cases.fixes." + about.name());
  }

  private Path compiled(Case about, List<Case.Source> sources, String form) {
    Path classes = folder.resolve(about.name() + form);
    if (Files.exists(classes)) {
      return classes;
    }
    InMemory.compile(sources, about.release(), ClassPath.entries(), classes);
    return classes;
  }
}
