package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What runs later, runs without the lock of the code that handed it over: fine. */
public class LambdaRunLater {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final Object mailbox = new Object();
  private final Object outbox = new Object();
  private final List<String> mails = new ArrayList<>();
  private int sent;

  public void receive(String mail) {
    synchronized (mailbox) {
      mails.add(mail);
      pool.execute(
          () -> {
            synchronized (outbox) {
              sent++;
            }
          });
    }
  }

  public void resend() {
    synchronized (outbox) {
      sent++;
      synchronized (mailbox) {
        mails.clear();
      }
    }
  }

  public void forward() {
    synchronized (mailbox) {
      Thread sender =
          new Thread(
              new Runnable() {
                @Override
                public void run() {
                  count();
                }
              });
      sender.start();
    }
  }

  private void count() {
    synchronized (outbox) {
      sent++;
    }
  }
}
