package cases.blockingincooperative;

import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.NonBlocking;

/** Under {@code --strict} a native method that nobody has described may block. */
@Cooperative
public class Native_strict {
  static native int readPort(int port);

  @NonBlocking
  static native int peekPort(int port);

  int read() {
    return readPort(7); // want BlockingInCooperative "readPort"
  }

  int peek() {
    return peekPort(7);
  }
}
