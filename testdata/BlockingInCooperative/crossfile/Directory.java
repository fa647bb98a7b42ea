package cases.blockingincooperative.crossfile;

/** Knows people's names. */
public class Directory {
  private final Remote remote;

  public Directory(Remote remote) {
    this.remote = remote;
  }

  String fullName(String user) {
    return user.isEmpty() ? "" : remote.ask("name/" + user);
  }

  String upper(String user) {
    return user.toUpperCase();
  }
}
