package cases.nonatomicupdate;

/** What is updated all over the place is wrong in each of them. */
public class ManySteps {

  /** What happened so far. */
  static final class Result {
    final String events;

    Result(String events) {
      this.events = events;
    }

    Result add(String event) {
      return new Result(events + event);
    }
  }

  private volatile Result result = new Result("");

  public void start() {
    result = result.add("start"); // want NonAtomicUpdate "result"
  }

  public void emit() {
    result = result.add("emit"); // want NonAtomicUpdate "result"
  }

  public void fail() {
    result = result.add("fail"); // want NonAtomicUpdate "result"
  }

  public void retry() {
    result = result.add("retry"); // want NonAtomicUpdate "result"
  }

  public void end() {
    result = result.add("end"); // want NonAtomicUpdate "result"
  }

  public void cancel() {
    result = result.add("cancel"); // want NonAtomicUpdate "result"
  }
}
