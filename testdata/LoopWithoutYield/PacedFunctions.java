package cases.loopwithoutyield;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.YieldPoint;

/** What lets others run in each round of {@code forEach} is a yield point like that in a loop. */
public class PacedFunctions {
  private final List<String> rooms = new ArrayList<>();
  private final List<String> guests = new ArrayList<>();
  private final CopyOnWriteArrayList<String> listed = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<String> arrivals = new ConcurrentLinkedQueue<>();
  private int count;

  @YieldPoint
  static void pause() {
    Thread.yield();
  }

  void add(String room, String guest) {
    rooms.add(room);
    guests.add(guest);
  }

  @Cooperative
  void outerPauses() {
    rooms.forEach(
        room -> {
          pause();
          guests.forEach(guest -> match(room, guest));
        });
  }

  @Cooperative
  void outerOfStreamPauses() {
    rooms.stream()
        .forEach(
            room -> {
              pause();
              guests.stream().forEach(guest -> match(room, guest));
            });
  }

  @Cooperative
  void outerPausesBeforeLoop() {
    rooms.forEach(
        room -> {
          pause();
          for (String guest : guests) {
            match(room, guest);
          }
        });
  }

  @Cooperative
  void innerPauses() {
    rooms.forEach(
        room ->
            guests.forEach(
                guest -> {
                  pause();
                  match(room, guest);
                }));
  }

  @Cooperative
  void nobodyPauses() {
    rooms.forEach( // want LoopWithoutYield "quadratic"
        room -> guests.forEach(guest -> match(room, guest)));
  }

  @Cooperative
  void pausesSometimes() {
    rooms.forEach( // want LoopWithoutYield "quadratic"
        room -> {
          if (room.isEmpty()) {
            pause();
          }
          guests.forEach(guest -> match(room, guest));
        });
  }

  /** Each addition copies what there is. */
  @Cooperative
  void copies() {
    for (String guest : guests) { // want LoopWithoutYield "`add` goes through `listed`"
      listed.add(guest);
    }
  }

  @Cooperative
  void copiesOnce() {
    listed.addAll(guests);
  }

  /** Such a queue counts its elements one by one. */
  @Cooperative
  void sizes() {
    for (String guest : guests) { // want LoopWithoutYield "`size` goes through `arrivals`"
      if (arrivals.size() > 10) {
        count++;
      }
    }
  }

  private void match(String room, String guest) {
    if (room.equals(guest)) {
      count++;
    }
  }
}
