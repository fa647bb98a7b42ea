package cases.blockingincooperative;

import java.nio.file.Files;
import java.nio.file.Path;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.SuppressFinding;

/** Known and accepted. */
@Cooperative
public class Suppressed {

  @SuppressFinding(value = "BlockingInCooperative", because = "a file of one line, in memory")
  String withReason(Path file) throws Exception {
    return Files.readString(file);
  }
}
