package cases.unguardedcheckthenact;

/** Which element it is stands in a final field: the same one, however often that is read. */
public class FinalIndexes {
  static final boolean[][] SEATS = new boolean[10][10];

  public static void main(String[] args) {
    new Thread(new Client(3, 4)).start();
    new Thread(new Client(3, 4)).start();
    new Thread(new Usher(0)).start();
    new Thread(new Usher(0)).start();
  }

  static class Client implements Runnable {
    private final int row;
    private final int seat;

    Client(int row, int seat) {
      this.row = row;
      this.seat = seat;
    }

    @Override
    public void run() {
      if (!SEATS[row][seat]) {
        SEATS[this.row][this.seat] = true; // want UnguardedCheckThenAct "SEATS"
        System.out.println("booked");
      }
    }
  }

  static class Usher implements Runnable {
    private int row;

    Usher(int row) {
      this.row = row;
    }

    /** Another row than the one that it asked about. */
    @Override
    public void run() {
      if (!SEATS[row][0]) {
        row++;
        SEATS[row][0] = true;
      }
    }
  }
}
