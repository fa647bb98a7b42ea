package cases.nonatomicupdate;

import java.nio.charset.StandardCharsets;

/** A field that holds a name as bytes until somebody asks for text: both forms mean the same. */
public class OtherForm {
  private volatile Object name;
  private volatile Object count;

  public OtherForm(byte[] name) {
    this.name = new Bytes(name);
    this.count = 0;
  }

  private static final class Bytes {
    private final byte[] content;

    Bytes(byte[] content) {
      this.content = content;
    }

    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  public String name() {
    Object now = name;
    if (now instanceof String) {
      return (String) now;
    }
    Bytes bytes = (Bytes) now;
    String text = bytes.text();
    name = text;
    return text;
  }

  /** The same with arithmetic is an update like any other. */
  public void count() {
    int before = (Integer) count;
    count = before + 1; // want NonAtomicUpdate "count"
  }
}
