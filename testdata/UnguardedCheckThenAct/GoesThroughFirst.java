package cases.unguardedcheckthenact;

import java.util.Vector;

/** Goes through all elements, and then adds one, whatever it has seen. */
class GoesThroughFirst {
  private static final int MAX = 10;
  private final Vector<String> hosts = new Vector<>();

  void add(String host) {
    for (int i = 0; i < hosts.size(); i++) {
      String each = hosts.elementAt(i);
      if (each.equals(host)) {
        System.out.println("again " + each);
      }
    }
    hosts.addElement(host);
  }

  /** Here what it sees decides. */
  void addOnce(String host) {
    for (int i = 0; i < hosts.size(); i++) {
      if (hosts.elementAt(i).equals(host)) {
        return;
      }
    }
    hosts.addElement(host); // want UnguardedCheckThenAct "hosts"
  }

  /** Here it waits for room. */
  void addLater(String host) throws InterruptedException {
    while (hosts.size() >= MAX) {
      Thread.sleep(10);
    }
    hosts.addElement(host); // want UnguardedCheckThenAct "hosts"
  }

  /** Here it adds what it has worked out from all. */
  void addLongest() {
    String longest = "";
    for (int i = 0; i < hosts.size(); i++) {
      String each = hosts.elementAt(i);
      longest = each.length() > longest.length() ? each : longest;
    }
    hosts.addElement(longest + "!"); // want UnguardedCheckThenAct "hosts"
  }
}
