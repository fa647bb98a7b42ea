package org.lockkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Settings;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Summary.Via;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;
import org.lockkeeper.order.LockFacts;
import org.lockkeeper.order.LockGraph.Edge;

class MergeCommandTest {
  private static final int MODULES = 6;
  private static final int CLASSES = 7;

  @TempDir private Path folder;

  /** Random modules, merged in random order and grouping, also through files. */
  @RepeatedTest(40)
  void orderAndGroupingMakeNoDifference(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    List<LockFacts> modules = new ArrayList<>();
    for (int i = 0; i < MODULES; i++) {
      modules.add(module("m" + i, random));
    }
    LockFacts straight = LockFacts.none();
    for (LockFacts each : modules) {
      straight = straight.join(each);
    }
    List<LockFacts> parts = new ArrayList<>(modules);
    while (parts.size() > 1) {
      Collections.shuffle(parts, random);
      LockFacts joined = parts.remove(0).join(parts.remove(0));
      parts.add(random.nextBoolean() ? joined : throughAFile(joined));
    }
    assertThat(LockFactsFile.lines(parts.get(0))).isEqualTo(LockFactsFile.lines(straight));
    assertThat(Analysis.merge(parts.get(0), Settings.defaults()))
        .isEqualTo(Analysis.merge(straight, Settings.defaults()));
    assertThat(straight.join(straight.join(LockFacts.none()))).isEqualTo(straight);
  }

  @Test
  void someOfThoseModulesInvertEachOthersLocks() {
    Random random = new Random(1);
    LockFacts all = LockFacts.none();
    for (int i = 0; i < MODULES; i++) {
      all = all.join(module("m" + i, random));
    }
    assertThat(Analysis.merge(all, Settings.defaults()).findings()).isNotEmpty();
  }

  @Test
  void aFileIsTheUnionOfItsLines() throws IOException {
    Random random = new Random(7);
    LockFacts one = module("one", random);
    LockFacts two = module("two", random);
    Set<String> union = new TreeSet<>(LockFactsFile.lines(one));
    union.addAll(LockFactsFile.lines(two));
    assertThat(LockFactsFile.lines(one.join(two))).isEqualTo(union);
    List<String> unsorted = new ArrayList<>(union);
    Collections.shuffle(unsorted, random);
    assertThat(LockFactsFile.parse(unsorted, "any")).isEqualTo(one.join(two));
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Files.writeString(folder.resolve("other.json"), "{}\n");
    assertThat(Ran.in(folder, "merge", "other.json").err())
        .contains("other.json was not written by scan --facts-out");
    Files.writeString(folder.resolve("cut.locks"), "{\"format\":\"lockkeeper locks 1\"}\n{\"nest");
    Ran cut = Ran.in(folder, "merge", "cut.locks");
    assertThat(cut.code()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(cut.err()).contains("cut.locks:2: ");
    assertThat(Ran.in(folder, "merge", "none.locks").err()).contains("no such file: none.locks");
  }

  private LockFacts throughAFile(LockFacts facts) throws IOException {
    Path file = Files.createTempFile(folder, "some", ".locks");
    LockFactsFile.write(facts, file);
    return LockFactsFile.read(file, "some");
  }

  private static LockFacts module(String name, Random random) {
    Set<LockFacts.Nesting> nestings = new LinkedHashSet<>();
    for (int i = 0; i < 4; i++) {
      List<String> gates = random.nextInt(4) > 0 ? List.of() : List.of("(p.C0)");
      String thread = random.nextInt(4) > 0 ? "" : "ui";
      nestings.add(new LockFacts.Nesting(name, edge(name, i, random), gates, thread));
    }
    Set<LockFacts.Kind> kinds = new LinkedHashSet<>();
    for (int i = 0; i < CLASSES; i++) {
      List<String> supertypes = i == 1 ? List.of("p.C0", "p.C1") : List.of("p.C" + i);
      kinds.add(new LockFacts.Kind("p.C" + i, random.nextBoolean(), i == 0, supertypes));
    }
    return new LockFacts(nestings, kinds, new TreeSet<>(Set.of("(p.C" + random.nextInt(4) + ")")));
  }

  private static Edge edge(String module, int number, Random random) {
    MethodRef in = new MethodRef("p.In" + module, "m" + number, List.of("int"), "void");
    Site site = new Site(in, module + "!/p/In.java", 10 * number + random.nextInt(3), 0, -1);
    Lock acquired = lock(random);
    List<Via> via =
        random.nextBoolean()
            ? List.of()
            : List.of(new Via(site, new MethodRef("p.C1", "go", List.of(), "void")));
    String type = acquired.place().type();
    return new Edge(in, lock(random), site, acquired, site, site, via, List.of(), type);
  }

  private static Lock lock(Random random) {
    String type = "p.C" + random.nextInt(CLASSES);
    Place bare = Place.of(new Place.Root.Param(random.nextInt(2), "it"), type);
    FieldRef field = new FieldRef(type, "lock", "java.lang.Object");
    Mode mode = random.nextInt(5) > 0 ? Mode.EXCLUSIVE : Mode.SHARED;
    Place place =
        switch (random.nextInt(3)) {
          case 0 -> bare;
          case 1 -> Place.ofStatic(field);
          default -> bare.then(new Place.Step.Field(field), field.type()).orElseThrow();
        };
    return new Lock(place, mode);
  }
}
