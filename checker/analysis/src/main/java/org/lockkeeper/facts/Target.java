package org.lockkeeper.facts;

/**
 * What a method's fact is about: its receiver, an argument or its result, and for keyed containers
 * which argument is the key. Written {@code this}, {@code 0}, {@code result}, {@code this[0]}.
 *
 * @param position {@link #THIS}, {@link #RESULT} or a 0-based argument index (the receiver not
 *     counted)
 * @param key 0-based argument index of the key; {@link #WHOLE} when the whole object is meant
 */
public record Target(int position, int key) {
  /** The receiver. */
  public static final int THIS = -1;

  /** What the call returns. */
  public static final int RESULT = -2;

  /** No key. */
  public static final int WHOLE = -1;

  /** The receiver as a whole. */
  public static final Target RECEIVER = new Target(THIS, WHOLE);

  @Override
  public String toString() {
    String base = position == THIS ? "this" : position == RESULT ? "result" : "" + position;
    return key == WHOLE ? base : base + "[" + key + "]";
  }
}
