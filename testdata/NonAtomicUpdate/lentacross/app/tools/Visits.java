package app.tools;

/** What is done at gates. */
public class Visits {
  /** One of several. */
  public static class Gate {
    int entered;
    int left;
    int rounds;
    int rehearsals;

    public int rehearsals() {
      return rehearsals;
    }
  }

  private final Gate gate;

  public Visits(Gate gate) {
    this.gate = gate;
  }

  public static void enter(Gate gate) {
    gate.entered++; // want NonAtomicUpdate "gate.entered"
  }

  public static void round(Gate gate) {
    counted(gate);
  }

  private static void counted(Gate gate) {
    gate.rounds += 2; // want NonAtomicUpdate "gate.rounds"
  }

  public void leave() {
    gate.left++; // want NonAtomicUpdate "gate.left"
  }

  public static void rehearse(Gate gate) {
    gate.rehearsals++;
  }
}
