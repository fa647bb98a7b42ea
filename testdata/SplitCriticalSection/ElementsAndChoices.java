package cases.splitcriticalsection;

/** Elements of an array by a number, and fixed values that an old one chooses. */
class ElementsAndChoices {
  enum Mode {
    DAY,
    NIGHT
  }

  static class Account {
    private int balance;

    synchronized int balance() {
      return balance;
    }

    synchronized void take(int amount) {
      balance -= amount;
    }

    synchronized boolean takeRight(int amount) {
      if (balance < amount) {
        return false;
      }
      balance -= amount;
      return true;
    }
  }

  private final Account[] accounts = {new Account(), new Account()};
  private Mode mode = Mode.DAY;
  private int level;

  void charge(Account[] all, int fee) {
    for (Account each : all) {
      if (each.balance() >= fee) {
        each.take(fee); // want SplitCriticalSection "balance"
      }
    }
  }

  void chargeOne(int i, int fee) {
    if (accounts[i].balance() >= fee) {
      accounts[i].take(fee); // want SplitCriticalSection "balance"
    }
  }

  void chargeOther(int i, int j, int fee) {
    if (accounts[i].balance() >= fee) {
      accounts[j].take(fee);
    }
  }

  int chargeRight(int fee) {
    int paid = 0;
    for (Account each : accounts) {
      paid += each.takeRight(fee) ? 1 : 0;
    }
    return paid;
  }

  synchronized Mode mode() {
    return mode;
  }

  synchronized void setMode(Mode to) {
    mode = to;
  }

  synchronized int level() {
    return level;
  }

  synchronized void setLevel(int to) {
    level = to;
  }

  void toggle() {
    setMode(mode() == Mode.DAY ? Mode.NIGHT : Mode.DAY); // want SplitCriticalSection "mode"
  }

  void next() {
    int next =
        switch (level()) {
          case 0 -> 5;
          case 5 -> 9;
          default -> 0;
        };
    setLevel(next); // want SplitCriticalSection "level"
  }

  synchronized void toggleRight() {
    setMode(mode() == Mode.DAY ? Mode.NIGHT : Mode.DAY);
  }

  void raise() {
    int to = 1;
    synchronized (this) {
      if (level == 1) {
        to = 2;
      }
    }
    synchronized (this) {
      level = to; // want SplitCriticalSection "level"
    }
  }

  /** What chooses is another thing. */
  void setByHour(int hour) {
    System.out.println(mode());
    setMode(hour < 20 ? Mode.DAY : Mode.NIGHT);
  }

  void setOther(ElementsAndChoices other) {
    other.setMode(mode() == Mode.DAY ? Mode.NIGHT : Mode.DAY);
  }
}
