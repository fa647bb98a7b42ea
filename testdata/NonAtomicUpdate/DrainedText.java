package cases.nonatomicupdate;

/** A text that locks itself is read as a whole and then emptied. */
class DrainedText {
  private final StringBuffer lines = new StringBuffer();
  private volatile boolean closed;

  void log(String line) {
    if (!closed) {
      lines.append(line).append('\n');
    }
  }

  String drain() {
    String text = lines.toString();
    lines.setLength(0); // want NonAtomicUpdate "lines"
    return text;
  }

  String drainRight() {
    synchronized (lines) {
      String text = lines.toString();
      lines.setLength(0);
      return text;
    }
  }

  String show() {
    return lines.toString();
  }

  void close() {
    closed = true;
  }

  static String join(String... words) {
    StringBuffer text = new StringBuffer();
    for (String word : words) {
      text.append(word);
    }
    String joined = text.toString();
    text.setLength(0);
    return joined;
  }
}
