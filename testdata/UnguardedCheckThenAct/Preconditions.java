package cases.uncheckedcheckthenact;

import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.LinkedBlockingDeque;

/** Tests that stay true, and writes that happen anyway. */
public class Preconditions {
  private static final long LONGEST = 60_000;

  private final LinkedBlockingDeque<String> outgoing = new LinkedBlockingDeque<>();
  private volatile StringBuilder login;
  private volatile StringBuilder session;
  private volatile String stage = "new";
  private volatile long timeout;

  public void login() {
    login = new StringBuilder("first");
    session = new StringBuilder("first");
  }

  public void logout() {
    session = null;
  }

  /** Nobody takes the login away again. */
  public void relogin() {
    if (login == null) {
      throw new IllegalStateException("log in first");
    }
    login = new StringBuilder("again");
  }

  /** A session may end meanwhile, and comes back to life. */
  public void renew() {
    if (session == null) {
      throw new IllegalStateException("log in first");
    }
    session = new StringBuilder("again"); // want UnguardedCheckThenAct "session"
  }

  /** That there was something says nothing about what is added. */
  public String promote() {
    if (outgoing.isEmpty()) {
      return null;
    }
    Iterator<String> all = outgoing.iterator();
    while (all.hasNext()) {
      String each = all.next();
      if (each.startsWith("!")) {
        outgoing.addFirst(each);
        return each;
      }
    }
    return null;
  }

  /** Removing what is gone removes nothing. */
  public void dropShort() {
    if (!outgoing.isEmpty()) {
      for (String each : outgoing) {
        if (each.length() < 2) {
          outgoing.remove(each);
        }
      }
    }
  }

  /** What was there may be gone. */
  public String next() {
    if (outgoing.isEmpty()) {
      return null;
    }
    return outgoing.removeFirst(); // want UnguardedCheckThenAct "outgoing"
  }

  /** Clears up whatever the test said. */
  public void run(Collection<String> jobs) {
    try {
      if (stage.equals("stopping")) {
        throw new IllegalStateException(stage);
      }
      jobs.forEach(System.out::println);
    } finally {
      enter("stopped");
    }
  }

  /** The same, with an early way out. */
  public boolean shutDown(Collection<String> jobs) {
    try {
      if (stage.equals("stopped")) {
        return true;
      }
      jobs.clear();
    } finally {
      enter("stopped");
    }
    return false;
  }

  /** Goes on from what it saw. */
  public void start() {
    if (stage.equals("new")) {
      enter("started"); // want UnguardedCheckThenAct "stage"
    }
  }

  private void enter(String next) {
    stage = next;
  }

  /** Every thread comes to the same value. */
  public void validate(Runnable warn) {
    if (timeout != 0 && timeout > LONGEST) {
      warn.run();
      timeout = LONGEST;
    }
  }
}
