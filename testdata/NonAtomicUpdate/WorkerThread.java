package cases.nonatomicupdate;

/** A thread's own fields, and those that it shares. */
public class WorkerThread extends Thread {
  private final Board board;
  private int steps;

  public WorkerThread(Board board) {
    this.board = board;
  }

  @Override
  public void run() {
    for (int i = 0; i < 100; i++) {
      steps++;
      board.moves++; // want NonAtomicUpdate "moves"
      board.score(1);
    }
    board.done(steps);
  }

  /** Shared by all workers. */
  public static class Board {
    int moves;
    private int score;
    private int finished;

    synchronized void score(int n) {
      score += n;
    }

    synchronized void done(int steps) {
      finished += steps;
    }

    public synchronized int result() {
      return score + finished + moves;
    }
  }

  public static int play() throws InterruptedException {
    Board board = new Board();
    WorkerThread first = new WorkerThread(board);
    WorkerThread second = new WorkerThread(board);
    first.start();
    second.start();
    first.join();
    second.join();
    return board.result();
  }
}
