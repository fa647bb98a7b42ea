package cases.loopwithoutyield.listsearches;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.YieldPoint;

/** Calls that are loops themselves. */
@Cooperative
class Guests {
  private static final List<String> TITLES = List.of("Dr", "Prof", "Sir");

  private final List<String> invited = new ArrayList<>();
  private final List<String> arrived = new ArrayList<>();
  private int count;

  void missing() {
    for (String name : invited) { // want LoopWithoutYield "`contains` goes through `arrived` in each round"
      if (!arrived.contains(name)) {
        count++;
      }
    }
  }

  void goneHome(List<String> gone) {
    for (String name : gone) { // want LoopWithoutYield "`remove` goes through `arrived`"
      arrived.remove(name);
    }
  }

  void sameInitial() {
    for (String name : invited) { // want LoopWithoutYield "`anyMatch` goes through `arrived`"
      if (arrived.stream().map(n -> n.charAt(0)).anyMatch(c -> c == name.charAt(0))) {
        count++;
      }
    }
  }

  void copies() {
    for (String name : invited) { // want LoopWithoutYield "goes through `arrived`"
      List<String> others = new ArrayList<>(arrived);
      others.add(name);
      count += others.size();
    }
  }

  void quickly() {
    Set<String> there = new HashSet<>(arrived);
    for (String name : invited) {
      if (!there.contains(name)) {
        count++;
      }
    }
  }

  void titles() {
    for (String name : invited) {
      if (TITLES.contains(name)) {
        count++;
      }
      for (String title : TITLES) {
        count += name.startsWith(title) ? 1 : 0;
      }
      for (String title : List.of("Mr", "Ms")) {
        count += name.startsWith(title) ? 1 : 0;
      }
    }
  }

  void ownParts() {
    for (String name : invited) {
      List<String> parts = new ArrayList<>(List.of(name.split(" ")));
      count += parts.indexOf("of");
    }
  }

  void tenTimes() {
    IntStream.range(0, 10).forEach(i -> invited.forEach(name -> count += name.length()));
  }

  /** Each round copies the text so far, but quickly: left alone. */
  String joined() {
    String all = "";
    for (String name : invited) {
      all += name;
    }
    return all;
  }
}

/** Where a batch, a bit or a yield counts. */
class Turns {
  private volatile boolean stopped;
  private int count;

  @YieldPoint
  void pause() {
    Thread.yield();
  }

  @Cooperative
  void batches(BlockingQueue<String> queue, List<String> batch) {
    while (queue.drainTo(batch, 16) > 0) { // want LoopWithoutYield "others may add to `queue`"
      count += batch.size();
      batch.clear();
    }
  }

  @Cooperative
  void bits(int set) {
    int left = set;
    while (left != 0) {
      left &= left - 1;
      count++;
    }
  }

  @Cooperative
  void threeYields() {
    while (!stopped) {
      for (int i = 0; i < 3; i++) {
        pause();
      }
    }
  }

  @Cooperative
  void byFunction() {
    Runnable rest = this::pause;
    while (!stopped) {
      count++;
      rest.run();
    }
  }

  @Cooperative
  void again() {
    retry(); // want LoopWithoutYield "retry"
  }

  private void retry() {
    if (!stopped) {
      count++;
      retry();
    }
  }
}
