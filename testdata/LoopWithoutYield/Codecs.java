package cases.loopwithoutyield;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.lockkeeper.annotations.Cooperative;

/** Once through the input is linear, in however many loops: what one consumes, no other sees. */
@Cooperative
public class Codecs {
  private static final Name CHUNKED = new Name("chunked");

  private int found;

  /** Goes on by what the inner loop has found. */
  int runs(byte[] in) {
    int runs = 0;
    int i = 0;
    while (i < in.length) {
      int end = i + 1;
      while (end < in.length && in[end] == in[i]) {
        end++;
      }
      i = end;
      runs++;
    }
    return runs;
  }

  int words(byte[] in) {
    int at = 0;
    while (at < in.length) {
      at += 1 + letters(in, at);
      found++;
    }
    return found;
  }

  private static int letters(byte[] in, int from) {
    int n = 0;
    for (int i = from; i < in.length && in[i] > ' '; i++) {
      n++;
    }
    return n;
  }

  /** Begins anew at every position. */
  int search(byte[] text, byte[] word) {
    for (int i = 0; i < text.length; i++) { // want LoopWithoutYield "quadratic"
      int k = 0;
      while (k < word.length && i + k < text.length && text[i + k] == word[k]) {
        k++;
      }
      if (k == word.length) {
        return i;
      }
    }
    return -1;
  }

  /** Leaves early when nothing was left to do: that is no progress of the counter. */
  void bubble(int[] a) {
    for (int last = a.length; last > 1; last--) { // want LoopWithoutYield "quadratic"
      int swaps = 0;
      for (int i = 1; i < a.length; i++) {
        if (a[i - 1] > a[i]) {
          int t = a[i];
          a[i] = a[i - 1];
          a[i - 1] = t;
          swaps++;
        }
      }
      if (swaps < 1) {
        return;
      }
    }
  }

  /** The inner loop goes back to the start, from ever further away. */
  void insertionSort(int[] a) {
    for (int i = 1; i < a.length; i++) { // want LoopWithoutYield "quadratic"
      int x = a[i];
      int j = i - 1;
      while (j >= 0 && a[j] > x) {
        a[j + 1] = a[j];
        j--;
      }
      a[j + 1] = x;
    }
  }

  /** From both ends of a piece, which the next piece begins after. */
  List<String> split(String line) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < line.length()) {
      int comma = line.indexOf(',', from);
      int end = comma < 0 ? line.length() : comma;
      int to = end;
      while (to > from && line.charAt(to - 1) == ' ') {
        to--;
      }
      parts.add(line.substring(from, to));
      from = end + 1;
    }
    return parts;
  }

  /** Up to a number, which it will reach. */
  void send(Queue<String> out, long credit) {
    long sent = 0;
    while (sent != credit) {
      if (out.isEmpty()) {
        break;
      }
      found++;
      sent++;
    }
  }

  /** May jump over it. */
  int collatz(int n, int to) {
    int x = n;
    while (x != to) { // want LoopWithoutYield "unbounded"
      x = x % 2 == 0 ? x + 1 : 3 * x + 1;
    }
    return x;
  }

  /** Some before and some after. */
  void blur(double[] from, double[] to, int width) {
    for (int i = width; i < from.length - width; i++) {
      for (int j = i - width; j < i + width; j++) {
        to[i] += from[j];
      }
    }
  }

  /** Every piece is filled from the input, and used up. */
  void inPieces(ByteBuffer in, ByteBuffer piece) {
    while (in.hasRemaining()) {
      piece.clear();
      while (piece.hasRemaining() && in.hasRemaining()) {
        piece.put(in.get());
      }
      piece.flip();
      use(piece);
    }
  }

  private void use(ByteBuffer piece) {
    while (piece.hasRemaining()) {
      found += piece.get();
    }
  }

  /** Whatever is left over is dropped at every mark, once. */
  void dropAtMarks(List<String> marks, Queue<String> left) {
    for (String mark : marks) {
      if (mark.isEmpty()) {
        drop(left);
      }
    }
  }

  private void drop(Queue<String> left) {
    String each;
    while ((each = left.poll()) != null) {
      found += each.length();
    }
  }

  /** One iterator for all. */
  int merge(List<Integer> a, List<Integer> b) {
    Iterator<Integer> other = b.iterator();
    int pairs = 0;
    for (int x : a) {
      while (other.hasNext()) {
        if (other.next() > x) {
          break;
        }
        pairs++;
      }
    }
    return pairs;
  }

  /** One for each. */
  int pairs(List<Integer> a, List<Integer> b) {
    int pairs = 0;
    for (int x : a) { // want LoopWithoutYield "quadratic"
      Iterator<Integer> other = b.iterator();
      while (other.hasNext()) {
        if (other.next() == x) {
          pairs++;
        }
      }
    }
    return pairs;
  }

  /** Over the blanks. */
  int skip(ByteBuffer in, String line) {
    int i = 0;
    while (Character.isWhitespace(line.charAt(i))) {
      i++;
    }
    for (int k = in.position(); Character.isWhitespace(in.get(k)); k++) {
      i++;
    }
    return i;
  }

  /** A search of its own, with no input that ends. */
  long prime(long above) {
    long n = above;
    while (!prime(n, 2)) { // want LoopWithoutYield "unbounded"
      n++;
    }
    return n;
  }

  private static boolean prime(long n, long by) {
    return n % by != 0 && n / by > 1;
  }

  /** A decoder that somebody else wrote: what it gives ends as its input ends. */
  interface Decoder {
    int decode(byte[] into);

    boolean readBit();

    Object readFrame();

    boolean ready();
  }

  private Decoder decoder;

  Codecs(Decoder decoder) {
    this.decoder = decoder;
  }

  void decodeAll(byte[] into) {
    int n;
    do {
      n = decoder.decode(into);
      found += n;
    } while (n != -1);
  }

  int ones() {
    int ones = 0;
    while (decoder.readBit()) {
      ones++;
    }
    return ones;
  }

  void frames() {
    for (Object frame = decoder.readFrame(); frame != null; frame = decoder.readFrame()) {
      found++;
    }
  }

  /** Waits for it. */
  void whenReady() {
    while (!decoder.ready()) { // want LoopWithoutYield "unbounded"
      found++;
    }
  }

  /** The letters of a constant name are few. */
  static final class Name {
    private final char[] letters;

    Name(String text) {
      this.letters = text.toCharArray();
    }

    boolean startsWith(char c) {
      for (char each : letters) {
        if (each == c) {
          return true;
        }
      }
      return false;
    }
  }

  int chunked(String headers) {
    int n = 0;
    for (int i = 0; i < headers.length(); i++) {
      if (CHUNKED.startsWith(headers.charAt(i))) {
        n++;
      }
    }
    return n;
  }

  /** Those of one that is given are not. */
  int named(String headers, Name name) {
    int n = 0;
    for (int i = 0; i < headers.length(); i++) { // want LoopWithoutYield "quadratic"
      if (name.startsWith(headers.charAt(i))) {
        n++;
      }
    }
    return n;
  }

  /** Texts differ in length: each is gone through once. */
  int binary(byte[][] headers) {
    int n = 0;
    for (int i = 0; i < headers.length; i += 2) {
      byte[] key = headers[i];
      for (int k = 0; k < key.length; k++) {
        n += key[k] < 0 ? 1 : 0;
      }
    }
    return n;
  }

  /** A table has rows of the same length. */
  int sum(int[][] table) {
    int sum = 0;
    for (int i = 0; i < table.length; i++) { // want LoopWithoutYield "quadratic"
      for (int k = 0; k < table[i].length; k++) {
        sum += table[i][k];
      }
    }
    return sum;
  }

  /** Three times is not often. */
  int thrice(String text) {
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      for (int k = 3; k > 0; k--) {
        n += text.charAt(i) * k;
      }
    }
    return n;
  }
}
