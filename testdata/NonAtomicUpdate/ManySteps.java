package cases.nonatomicupdate;

/** One finding for what is updated all over the place. */
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
    result = result.add("emit");
  }

  public void fail() {
    result = result.add("fail");
  }

  public void retry() {
    result = result.add("retry");
  }

  public void end() {
    result = result.add("end");
  }

  public void cancel() {
    result = result.add("cancel");
  }

  /** Few steps are told of one by one. */
  static class Few {
    private volatile Result result = new Result("");

    public void start() {
      result = result.add("start"); // want NonAtomicUpdate "result"
    }

    public void end() {
      result = result.add("end"); // want NonAtomicUpdate "result"
    }
  }
}
