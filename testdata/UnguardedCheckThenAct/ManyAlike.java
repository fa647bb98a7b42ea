package cases.unguardedcheckthenact;

/** The same mistake many times over does not make a state machine that one thread drives. */
public class ManyAlike {
  private volatile Object client;
  private volatile boolean started;
  private volatile int phase;

  public Object plain() {
    if (client == null) {
      client = new Object(); // want UnguardedCheckThenAct "client"
    }
    return client;
  }

  public Object byLocal() {
    Object known = client;
    if (known == null) {
      known = new Object();
      client = known; // want UnguardedCheckThenAct "client"
    }
    return known;
  }

  public Object early() {
    if (client != null) {
      return client;
    }
    client = new Object(); // want UnguardedCheckThenAct "client"
    return client;
  }

  public Object conditional() {
    return client == null ? (client = new Object()) : client; // want UnguardedCheckThenAct "client"
  }

  public Object turned() {
    if (null == client) {
      client = new Object(); // want UnguardedCheckThenAct "client"
    }
    return client;
  }

  public Object named() {
    boolean absent = client == null;
    if (absent) {
      client = new Object(); // want UnguardedCheckThenAct "client"
    }
    return client;
  }

  public void start() {
    if (!started) {
      started = true; // want UnguardedCheckThenAct "started"
      System.out.println("starting");
    }
  }

  public void startEarly() {
    if (started) {
      return;
    }
    started = true; // want UnguardedCheckThenAct "started"
    System.out.println("starting");
  }

  public void startByLocal() {
    boolean before = started;
    if (!before) {
      started = true; // want UnguardedCheckThenAct "started"
      System.out.println("starting");
    }
  }

  public void startLast() {
    if (!started) {
      System.out.println("starting");
      started = true; // want UnguardedCheckThenAct "started"
    }
  }

  public void startByGetter() {
    if (!isStarted()) {
      started = true; // want UnguardedCheckThenAct "started"
      System.out.println("starting");
    }
  }

  public void startCompared() {
    if (started == false) {
      started = true; // want UnguardedCheckThenAct "started"
      System.out.println("starting");
    }
  }

  public boolean isStarted() {
    return started;
  }

  /** This one is driven: it goes through states, and nobody locks. */
  public void header() {
    if (phase == 0) {
      phase = 1;
    } else if (phase == 1) {
      phase = 2;
    } else if (phase == 2) {
      phase = 3;
    }
  }

  public void body() {
    if (phase == 3) {
      phase = 4;
    } else if (phase == 4) {
      phase = 5;
    } else if (phase == 5) {
      phase = 6;
    }
  }
}
