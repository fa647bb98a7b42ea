package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sizes are a guide to taste; what breaks one is listed in budgets.txt with its reason. */
class BudgetsTest {
  private static final int FILE = 400;
  private static final int CHECK = 120;
  private static final int METHOD = 40;
  private static final int MEDIAN_METHOD = 6;

  /** The operations and values, and the declarations and hierarchy that they name. */
  private static final int IR = 1000;

  private final List<SourceShape> shapes = SourceShape.of(Repository.mainSources());
  private final Map<String, String> allowed = allowed();

  @Test
  void filesAndMethodsAreShort() {
    List<String> long_ = new ArrayList<>();
    for (SourceShape shape : shapes) {
      String file = Repository.named(shape.file());
      int budget = file.contains("/checks/") ? CHECK : FILE;
      judge(file, shape.lines(), budget, long_);
      for (SourceShape.Method method : shape.methods()) {
        judge(file + "#" + method.name(), method.lines(), METHOD, long_);
      }
    }
    assertThat(long_).as("split it, or give the reason in budgets.txt").isEmpty();
  }

  @Test
  void theMedianMethodIsShort() {
    List<Integer> lines =
        shapes.stream()
            .flatMap(s -> s.methods().stream())
            .map(SourceShape.Method::lines)
            .sorted()
            .toList();
    assertThat(lines.get(lines.size() / 2)).isLessThanOrEqualTo(MEDIAN_METHOD);
  }

  @Test
  void theIrStaysSmall() {
    int lines =
        shapes.stream()
            .filter(s -> Repository.named(s.file()).contains("/lockkeeper/ir/"))
            .mapToInt(SourceShape::lines)
            .sum();
    assertThat(lines).isLessThanOrEqualTo(IR);
  }

  @Test
  void everyExceptionIsNeeded() {
    List<String> names = new ArrayList<>();
    for (SourceShape shape : shapes) {
      String file = Repository.named(shape.file());
      names.add(file);
      shape.methods().forEach(m -> names.add(file + "#" + m.name()));
    }
    assertThat(names).containsAll(allowed.keySet());
  }

  private void judge(String what, int lines, int budget, List<String> tooLong) {
    if (lines > budget && !allowed.containsKey(what)) {
      tooLong.add(what + " has " + lines + " lines, budget " + budget);
    }
  }

  /** Lines are {@code path[#method] reason}. */
  private static Map<String, String> allowed() {
    Map<String, String> reasons = new TreeMap<>();
    Case.read(Repository.root().resolve("checker/testing/src/test/resources/budgets.txt"))
        .lines()
        .filter(l -> !l.isBlank() && !l.startsWith("#"))
        .forEach(l -> reasons.put(l.split("\\s+", 2)[0], l.split("\\s+", 2)[1]));
    return reasons;
  }
}
