package cases.unguardedcheckthenact.plainholder;

/** Locks the directory to change its rooms. */
final class Registrar {
  private final Directory directory;

  Registrar(Directory directory) {
    this.directory = directory;
  }

  void move(String who, int room) {
    synchronized (directory) {
      directory.rooms.put(who, room);
    }
  }

  void leave(String who) {
    synchronized (directory) {
      directory.rooms.remove(who);
    }
  }
}
