package cases.nonatomicupdate;

import java.util.Random;

/** Which slots of an array several threads change: what data choose, and all from the first on. */
class SharedHistogram {
  static int[] inBlocks(int[] data, int threads) {
    int[] bins = new int[16];
    int[] merged = new int[16];
    int[] results = new int[threads * 16];
    for (int t = 0; t < threads; t++) {
      int id = t;
      new Thread(
              () -> {
                int[] mine = new int[16];
                for (int each : data) {
                  bins[each & 15]++; // want NonAtomicUpdate "not atomic"
                  mine[each & 15]++;
                }
                for (int i = 0; i < 16; i++) {
                  merged[i] += mine[i]; // want NonAtomicUpdate "not atomic"
                }
                for (int i = 0; i < 16; i++) {
                  results[id * 16 + i] += mine[i];
                }
                for (int i = id; i < results.length; i += threads) {
                  results[i]++;
                }
              })
          .start();
    }
    return bins;
  }

  static class Letters implements Runnable {
    private final int[] counts;
    private final int[] cells;
    private final String text;
    private final int from;
    private final int to;
    private final Random random = new Random();

    Letters(int[] counts, int[] cells, String text, int from, int to) {
      this.counts = counts;
      this.cells = cells;
      this.text = text;
      this.from = from;
      this.to = to;
    }

    @Override
    public void run() {
      for (char c : text.toCharArray()) {
        counts[c - 'a']++; // want NonAtomicUpdate "counts"
      }
      counts[random.nextInt(counts.length)]--; // want NonAtomicUpdate "counts"
      for (int i = from; i < to; i++) {
        cells[i]++;
      }
    }
  }

  static void letters(String text) {
    int[] counts = new int[26];
    int[] cells = new int[400];
    for (int i = 0; i < 4; i++) {
      new Thread(new Letters(counts, cells, text, i * 100, (i + 1) * 100)).start();
    }
  }

  static class Guarded implements Runnable {
    private final int[] counts;
    private final String text;

    Guarded(int[] counts, String text) {
      this.counts = counts;
      this.text = text;
    }

    @Override
    public void run() {
      for (char c : text.toCharArray()) {
        synchronized (counts) {
          counts[c - 'a']++;
        }
      }
    }
  }

  static void guarded(String text) {
    int[] counts = new int[26];
    new Thread(new Guarded(counts, text)).start();
    new Thread(new Guarded(counts, text)).start();
  }
}
