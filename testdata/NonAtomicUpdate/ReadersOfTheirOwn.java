package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Each reader has a feed and a thread of its own, started by its constructor. */
class ReadersOfTheirOwn {
  static class Cursor {
    private int at;

    int step() {
      return ++at;
    }
  }

  static final class Feed {
    private final Cursor cursor;

    Feed(Cursor cursor) {
      this.cursor = cursor;
    }

    int next() {
      return cursor.step();
    }
  }

  static final class Tally {
    private int total;

    void add() {
      total++; // want NonAtomicUpdate "total"
    }
  }

  static final class Source {
    Feed open() {
      return new Feed(new Cursor());
    }
  }

  abstract static class Reader {
    protected final Source source;
    protected final Tally tally;

    Reader(Source source, Tally tally) {
      this.source = source;
      this.tally = tally;
    }

    abstract void stop() throws InterruptedException;
  }

  static class ThreadReader extends Reader {
    Feed feed;
    Thread thread;
    CountDownLatch finished = new CountDownLatch(1);

    ThreadReader(Source source, Tally tally, CountDownLatch latch) {
      super(source, tally);
      feed = source.open();
      thread =
          new Thread(
              () -> {
                while (latch.getCount() > 0) {
                  if (feed.next() > 3) {
                    this.tally.add();
                  }
                  latch.countDown();
                }
                finished.countDown();
              });
      thread.start();
    }

    @Override
    void stop() throws InterruptedException {
      finished.await();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(100);
    List<Reader> readers = new ArrayList<>();
    Tally tally = new Tally();
    Source source = new Source();
    for (int i = 0; i < 4; i++) {
      readers.add(new ThreadReader(source, tally, latch));
    }
    latch.await();
    for (Reader r : readers) {
      r.stop();
    }
  }
}
