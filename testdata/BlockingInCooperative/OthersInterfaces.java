package cases.blockingincooperative;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

  /** Waits where {@code Iterable} has a method of its own. */
  static class Rows implements Iterable<String> {
    private final Path file;

    Rows(Path file) {
      this.file = file;
    }

    @Override
    public Iterator<String> iterator() {
      return List.<String>of().iterator();
    }

    @Override
    public void forEach(Consumer<? super String> action) {
      try {
        Files.readAllLines(file).forEach(action);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Cooperative
  static int eachOf(Iterable<String> names) {
    int[] length = new int[1];
    names.forEach(name -> length[0] += name.length());
    return length[0];
  }

  @Cooperative
  static int eachOfRows(Rows rows) {
    int[] length = new int[1];
    rows.forEach(row -> length[0] += row.length()); // want BlockingInCooperative "forEach"
    return length[0];
  }
}
