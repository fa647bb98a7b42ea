package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects of an inner class, guarded by a lock of the object around them. */
public class OuterLocks {
  private final Object mutex = new Object();
  private final List<Link> links = new ArrayList<>();
  private int connected;

  /** What was agreed upon with the other side. */
  private static final class Session {
    final String with;

    Session(String with) {
      this.with = with;
    }
  }

  /** One of the lines out. */
  public class Link {
    private final String address;
    private final Map<String, String> headers = new HashMap<>();
    private Session session;
    private Session backup;
    private Session spare;
    private Session control;

    Link(String address) {
      this.address = address;
    }

    /** Told by the network. */
    public void failed() {
      synchronized (mutex) {
        if (session != null) {
          session = null;
          connected--;
        }
        if (backup != null) {
          backup = null;
        }
        if (spare != null) {
          spare = null;
        }
        if (control != null) {
          control = null;
        }
      }
    }

    /** Told by the network. */
    public void header(String name, String value) {
      synchronized (OuterLocks.this) {
        headers.put(name, value);
      }
    }
  }

  public void connect() {
    synchronized (mutex) {
      for (Link link : links) {
        if (link.session == null) {
          link.session = new Session(link.address);
          connected++;
        }
      }
    }
  }

  public synchronized void name(Link link) {
    if (!link.headers.containsKey("name")) {
      link.headers.put("name", link.address);
    }
  }

  /** The other one's links are not kept out by our lock. */
  public void steal(OuterLocks other, Link link) {
    synchronized (other.mutex) {
      if (link.backup == null) {
        link.backup = new Session(link.address); // want UnguardedCheckThenAct "backup"
      }
    }
  }

  public void revive(Link link) {
    if (link.spare == null) {
      link.spare = new Session(link.address); // want UnguardedCheckThenAct "spare"
    }
  }

  public synchronized void renew(Link link) {
    if (link.control == null) {
      link.control = new Session(link.address); // want UnguardedCheckThenAct "control"
    }
  }

  public void rename(Link link) {
    synchronized (mutex) {
      if (!link.headers.containsKey("alias")) {
        link.headers.put("alias", link.address); // want UnguardedCheckThenAct "headers"
      }
    }
  }

  /** A line of another kind of object, which brings its own lock. */
  public static final class Line {
    private final Object mutex = new Object();
    private Session session;

    /** Told by the network. */
    public void failed() {
      synchronized (mutex) {
        session = null;
      }
    }
  }

  public void attach(Line line) {
    synchronized (mutex) {
      if (line.session == null) {
        line.session = new Session("attached"); // want UnguardedCheckThenAct "session"
      }
    }
  }
}
