package cases.blockingincooperative;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.lockkeeper.annotations.Cooperative;

/** That one class implements an interface of the JDK says nothing about other objects of it. */
public class OthersInterfaces {

  /** Reads a file at every step. */
  static class Lines implements Iterable<String> {
    private final Path file;

    Lines(Path file) {
      this.file = file;
    }

    @Override
    public Iterator<String> iterator() {
      return new Cursor();
    }

    final class Cursor implements Iterator<String> {
      private int at;

      @Override
      public boolean hasNext() {
        return at < 10;
      }

      @Override
      public String next() {
        try {
          return Files.readAllLines(file).get(at++);
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  @Cooperative
  static int ofList(List<String> names) {
    int length = 0;
    for (String name : names) {
      length += name.length();
    }
    return length;
  }

  @Cooperative
  static int ofMap(Map<String, Integer> counts) {
    Iterator<Integer> all = counts.values().iterator();
    return all.hasNext() ? all.next() : 0;
  }

  @Cooperative
  static int ofLines(Lines lines) {
    int length = 0;
    for (String line : lines) { // want BlockingInCooperative "next"
      length += line.length();
    }
    return length;
  }

  @Cooperative
  static String first(Path file) {
    Iterator<String> all = new Lines(file).iterator();
    return all.next(); // want BlockingInCooperative "next"
  }
}
