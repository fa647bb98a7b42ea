package cases.unguardedcheckthenact.plainholder;

/** Forgets to. */
final class Visitor {
  private final Directory directory;

  Visitor(Directory directory) {
    this.directory = directory;
  }

  void enter(String who) {
    if (!directory.rooms.containsKey(who)) {
      directory.rooms.put(who, 0); // want UnguardedCheckThenAct "rooms"
    }
  }

  void ride(String who) {
    if (!directory.floors.containsKey(who)) {
      directory.floors.put(who, 0);
    }
  }
}
