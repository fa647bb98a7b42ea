package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fixed code does in one thread what the code did before, and in several threads what it did in
 * one. The cases take steps ({@link IntFunction}) in any order and then say what came of them
 * ({@link Supplier}).
 */
class FixedBehaviourTest {
  private static final int SEEDS = 20;
  private static final int STEPS = 60;
  private static final int THREADS = 4;
  private static final int RACES = 200;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> fixedCodeKeepsTheSequentialResult() {
    return Case.in(Repository.root().resolve("testdata/fixes")).stream()
        .filter(c -> c.fixed().isPresent())
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> compare(c)));
  }

  private void compare(Case about) throws Exception {
    Maker before = maker(about, about.sources(), "before");
    Maker after = maker(about, List.of(about.fixed().orElseThrow()), "after");
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Integer> steps = steps(seed);
      Object old = before.make();
      Object mended = after.make();
      assertThat(sequential(mended, steps)).isEqualTo(sequential(old, steps));
      assertThat(result(mended)).isEqualTo(result(old));
    }
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (int race = 0; race < RACES; race++) {
        List<Integer> steps = steps(race);
        Object alone = before.make();
        Object mended = after.make();
        for (int t = 0; t < THREADS; t++) {
          sequential(alone, steps);
        }
        race(mended, steps, pool, race);
        assertThat(result(mended)).as("race " + race).isEqualTo(result(alone));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Integer> steps(int seed) {
    return new Random(seed).ints(STEPS, 0, 20).boxed().toList();
  }

  /** Each thread takes all steps, in an order of its own. */
  private static void race(Object on, List<Integer> steps, ExecutorService pool, int seed)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<List<Object>>> all = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      List<Integer> shuffled = new ArrayList<>(steps);
      Collections.shuffle(shuffled, new Random(seed * 31L + t));
      all.add(
          pool.submit(
              () -> {
                start.await();
                return sequential(on, shuffled);
              }));
    }
    for (Future<List<Object>> each : all) {
      each.get(20, TimeUnit.SECONDS);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> sequential(Object on, List<Integer> steps) {
    List<Object> answers = new ArrayList<>();
    steps.forEach(step -> answers.add(((IntFunction<Object>) on).apply(step)));
    return answers;
  }

  @SuppressWarnings("unchecked")
  private static Object result(Object on) {
    return ((Supplier<Object>) on).get();
  }

  /** Makes objects of a compiled case. */
  private interface Maker {
    Object make() throws ReflectiveOperationException;
  }

  private Maker maker(Case about, List<Case.Source> sources, String name) throws Exception {
    Path classes = folder.resolve(about.name() + name);
    InMemory.compile(sources, about.release(), ClassPath.entries(), classes);
    URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    Class<?> type = loader.loadClass("cases.fixes." + about.name());
    return () -> type.getConstructor().newInstance();
  }
}
