// source door only: class files do not keep @SuppressWarnings
package cases.blockingincooperative;

import java.nio.file.Files;
import java.nio.file.Path;
import org.lockkeeper.annotations.Cooperative;

/** Known and accepted, said in the way of Java itself. */
@Cooperative
public class SuppressedByJava {

  @SuppressWarnings("BlockingInCooperative")
  String byJava(Path file) throws Exception {
    return Files.readString(file);
  }
}
