package cases.blockingincooperative;

import java.io.FileReader;
import java.io.IOException;
import org.lockkeeper.annotations.Cooperative;

/** How a finding about a constructor reads. */
class Phrases {
  @Cooperative
  FileReader open(String name) throws IOException {
    return new FileReader(name); // want BlockingInCooperative "FileReader"
  }
}
