package cases.loopwithoutyield;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.lockkeeper.annotations.Cooperative;

/** Recursion that is over when something it moves has come to its end. */
@Cooperative
public class MovingOn {
  private final Cursor cursor;
  private final Cursor standing;
  private final SharedCursor shared;
  private String last = "";

  MovingOn(List<String> addresses) {
    cursor = new Cursor(addresses);
    standing = new Cursor(addresses);
    shared = new SharedCursor();
  }

  /** Where in the list. */
  static class Cursor {
    private final List<String> addresses;
    private int at;

    Cursor(List<String> addresses) {
      this.addresses = addresses;
    }

    boolean isValid() {
      return at < addresses.size();
    }

    String address() {
      return addresses.get(at);
    }

    void moveOn() {
      at++;
    }
  }

  /** Others may move it back. */
  static class SharedCursor {
    private final AtomicInteger left = new AtomicInteger(3);

    boolean isValid() {
      return left.get() > 0;
    }

    void moveOn() {
      left.decrementAndGet();
    }

    void add() {
      left.incrementAndGet();
    }
  }

  void connect() {
    if (!cursor.isValid()) {
      return;
    }
    last = cursor.address();
    if (last.isEmpty()) {
      cursor.moveOn();
      connect();
    }
  }

  void connectStanding() {
    if (!standing.isValid()) {
      return;
    }
    last = standing.address();
    if (last.isEmpty()) {
      cursor.moveOn();
      connectStanding(); // want LoopWithoutYield "connectStanding"
    }
  }

  void connectShared() {
    if (!shared.isValid()) {
      return;
    }
    last = "again";
    shared.moveOn(); // want UnguardedCheckThenAct "between get"
    connectShared(); // want LoopWithoutYield "connectShared"
  }
}
