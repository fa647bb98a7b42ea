package cases.blockingincooperative;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.lockkeeper.annotations.Cooperative;

/** Of two classes that implement a type, a final field has an object of the one it is made of. */
public class MadeInFields {
  abstract static class Source {
    abstract byte[] read(String name) throws IOException;
  }

  static class Disk extends Source {
    @Override
    byte[] read(String name) throws IOException {
      try (FileInputStream in = new FileInputStream(name)) {
        return in.readAllBytes();
      }
    }
  }

  static class Memory extends Source {
    private final Map<String, byte[]> files = new HashMap<>();

    @Override
    byte[] read(String name) {
      return files.get(name);
    }
  }

  private final Source disk = new Disk();
  private final Source memory = new Memory();
  private final Source given;
  private final Source either;
  private Source replaced = new Memory();

  MadeInFields(Source given, boolean fast) {
    this.given = given;
    this.either = fast ? new Memory() : new Disk();
  }

  void replace() {
    replaced = new Disk();
  }

  @Cooperative
  int fromDisk() throws IOException {
    return disk.read("a").length; // want BlockingInCooperative "read"
  }

  @Cooperative
  int fromMemory() throws IOException {
    return memory.read("a").length;
  }

  @Cooperative
  int fromGiven() throws IOException {
    return given.read("a").length; // want BlockingInCooperative "read"
  }

  @Cooperative
  int fromEither() throws IOException {
    return either.read("a").length; // want BlockingInCooperative "read"
  }

  @Cooperative
  int fromReplaced() throws IOException {
    return replaced.read("a").length; // want BlockingInCooperative "read"
  }
}
