package cases.blockingincooperative;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TransferQueue;
import org.lockkeeper.annotations.Cooperative;

/** What is put into a queue without bound never waits for room. */
@Cooperative
class Outboxes {
  private final BlockingQueue<String> letters = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> urgent = new PriorityBlockingQueue<>();
  private final BlockingQueue<String> parcels = new LinkedBlockingQueue<>(5);
  private final BlockingQueue<String> cards = new ArrayBlockingQueue<>(5);
  private final TransferQueue<String> couriers = new LinkedTransferQueue<>();
  private BlockingQueue<String> some = new LinkedBlockingQueue<>();

  void letter(String text) throws InterruptedException {
    letters.put(text);
    urgent.put(text);
    couriers.put(text);
  }

  void parcel(String text) throws InterruptedException {
    parcels.put(text); // want BlockingInCooperative "put"
  }

  void card(String text) throws InterruptedException {
    cards.put(text); // want BlockingInCooperative "put"
  }

  void courier(String text) throws InterruptedException {
    couriers.transfer(text); // want BlockingInCooperative "transfer"
  }

  String next() throws InterruptedException {
    return letters.take(); // want BlockingInCooperative "take"
  }

  void any(String text) throws InterruptedException {
    some.put(text); // want BlockingInCooperative "put"
  }

  void limit(int size) {
    some = new LinkedBlockingQueue<>(size);
  }
}
