package app;

import app.tools.Visits;
import app.tools.Visits.Gate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tasks pass their objects on to a class that knows nothing of threads. */
public class Turnstile {
  private final Gate east = new Gate();
  private final Gate west = new Gate();
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  public void open() {
    for (int i = 0; i < 4; i++) {
      pool.execute(() -> Visits.enter(east));
      pool.execute(() -> Visits.round(west));
      pool.execute(() -> new Visits(east).leave());
    }
  }

  public int rehearse() {
    Gate own = new Gate();
    Visits.rehearse(own);
    return own.rehearsals();
  }
}
