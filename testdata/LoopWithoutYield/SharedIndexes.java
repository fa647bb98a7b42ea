package cases.loopwithoutyield;

import org.lockkeeper.annotations.Cooperative;

/** Loops inside loops that move on the same index: together they go through the data once. */
public class SharedIndexes {
  private final byte[] data;
  private final short[] table = new short[256];

  public SharedIndexes(byte[] data) {
    this.data = data;
  }

  /** The longest repetition at two places. */
  private int match(int a, int b) {
    int length = 0;
    while (b + length < data.length && data[a + length] == data[b + length]) {
      length++;
    }
    return length;
  }

  @Cooperative
  public int compress() {
    int at = 0;
    int out = 0;
    outer:
    while (true) {
      int skip = 32;
      int candidate;
      int next = at;
      do {
        at = next;
        next = at + (skip++ >> 5);
        if (next > data.length - 4) {
          break outer;
        }
        candidate = table[data[at] & 0xff];
        table[data[at] & 0xff] = (short) at;
      } while (data[at] != data[candidate]);
      do {
        int matched = 4 + match(candidate + 4, at + 4);
        at += matched;
        out++;
        if (at >= data.length - 4) {
          break outer;
        }
        candidate = table[data[at] & 0xff];
      } while (data[at] == data[candidate]);
      ++at;
    }
    return out;
  }

  /** The skip starts again in each round, and so does the index of the search. */
  @Cooperative
  public int repetitions() {
    int found = 0;
    int at = 0;
    while (at < data.length) { // want LoopWithoutYield "quadratic"
      int skip = 1;
      int next = 0;
      while (next < data.length) {
        next += skip++ > 32 ? 2 : 1;
        if (data[next - 1] == data[at]) {
          found++;
        }
      }
      at = at + 1;
    }
    return found;
  }
}
