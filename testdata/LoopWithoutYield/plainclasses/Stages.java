package cases.loopwithoutyield.plainclasses;

import java.util.List;
import org.lockkeeper.annotations.Cooperative;

/** Makes stages; that they are cooperative only the interface tells, or the parameter. */
final class Stages {
  Stage reading() {
    return feed -> new Reading().all(feed); // want LoopWithoutYield "loop"
  }

  Stage skipping() {
    return feed -> {
      while (feed.more()) { // want LoopWithoutYield "loop"
        feed.next();
      }
    };
  }

  Stage three() {
    return feed -> {
      for (int i = 0; i < 3; i++) {
        feed.next();
      }
    };
  }

  void plain(Feed feed, List<Runnable> todo) {
    todo.add(() -> new Reading().all(feed));
  }

  void given(Feed feed) {
    Fibers.start(() -> new Reading().all(feed)); // want LoopWithoutYield "loop"
  }

  /** Runs what it is given beside others. */
  static final class Fibers {
    private Fibers() {}

    static void start(@Cooperative Runnable fiber) {
      fiber.run();
    }
  }

  /** Plain helpers, two calls away from the task that runs them. */
  static final class Reading {
    private int lines;

    void all(Feed feed) {
      lines(feed);
    }

    private void lines(Feed feed) {
      while (feed.more()) {
        note(feed.next());
      }
    }

    private void note(String line) {
      lines += line.length();
    }

    int lines() {
      return lines;
    }
  }
}
