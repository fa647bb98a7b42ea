package cases.blockingincooperative.crossfile;

import org.lockkeeper.annotations.Cooperative;

/** The task, with everything that waits two files away. */
public class Chat {
  private final Directory directory;

  public Chat(Directory directory) {
    this.directory = directory;
  }

  @Cooperative
  public String greet(String user) {
    return "Hello " + directory.fullName(user); // want BlockingInCooperative "fullName"
  }

  @Cooperative
  public String shout(String user) {
    return directory.upper(user);
  }
}
