package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Threads that are made first, kept in a list or an array, and started from there. */
public class WorkersInLists {

  static class Till {
    private int sold;
    private int stock = 50;

    void sell() {
      sold++; // want NonAtomicUpdate "sold"
    }

    int stock() {
      return stock;
    }

    void take() {
      stock = stock - 1; // want NonAtomicUpdate "stock"
    }
  }

  static class Clerk extends Thread {
    private final Till till;

    Clerk(Till till) {
      this.till = till;
    }

    @Override
    public void run() {
      till.sell();
      if (till.stock() > 0) {
        till.take(); // want UnguardedCheckThenAct "stock"
      }
    }
  }

  static void oneTill() throws InterruptedException {
    Till till = new Till();
    List<Clerk> clerks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      clerks.add(new Clerk(till));
    }
    for (Clerk each : clerks) {
      each.start();
    }
    for (Clerk each : clerks) {
      each.join();
    }
  }

  static class Gate {
    private int passed;

    void pass() {
      passed++; // want NonAtomicUpdate "passed"
    }
  }

  static class Guest extends Thread {
    private final Gate gate;

    Guest(Gate gate) {
      this.gate = gate;
    }

    @Override
    public void run() {
      gate.pass();
    }
  }

  static void oneGate() throws InterruptedException {
    Gate gate = new Gate();
    Guest[] guests = new Guest[5];
    for (int i = 0; i < guests.length; i++) {
      guests[i] = new Guest(gate);
      guests[i].start();
    }
    for (Guest each : guests) {
      each.join();
    }
  }

  static class Desk {
    private int served;

    void serve() {
      served++;
    }
  }

  static class Officer extends Thread {
    private final Desk desk;

    Officer(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      desk.serve();
    }
  }

  /** Each has a desk. */
  static void deskEach() {
    List<Officer> officers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      officers.add(new Officer(new Desk()));
    }
    for (Officer each : officers) {
      each.start();
    }
  }

  static class Locker {
    private int used;

    synchronized void use() {
      used++;
    }
  }

  static class Member extends Thread {
    private final Locker locker;

    Member(Locker locker) {
      this.locker = locker;
    }

    @Override
    public void run() {
      locker.use();
    }
  }

  static void oneLocker() {
    Locker locker = new Locker();
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      members.add(new Member(locker));
    }
    for (Member each : members) {
      each.start();
    }
  }

  static class Lamp {
    private int lit;

    void light() {
      lit++;
    }
  }

  static class Keeper extends Thread {
    private final Lamp lamp;

    Keeper(Lamp lamp) {
      this.lamp = lamp;
    }

    @Override
    public void run() {
      lamp.light();
    }
  }

  /** There is only one. */
  static void oneKeeper() {
    List<Keeper> keepers = new ArrayList<>();
    keepers.add(new Keeper(new Lamp()));
    for (Keeper each : keepers) {
      each.start();
    }
  }

  static class Bell {
    private int rung;

    void ring() {
      rung++; // want NonAtomicUpdate "rung"
    }
  }

  static class Ringer extends Thread {
    private final Bell bell;
    private int own;

    Ringer(Bell bell) {
      this.bell = bell;
    }

    @Override
    public void run() {
      bell.ring();
      own++;
    }
  }

  /** The type of the elements does not tell what they run. */
  static void plainThreads() {
    Bell bell = new Bell();
    Thread[] ringers = {new Ringer(bell), new Ringer(bell)};
    for (Thread each : ringers) {
      each.start();
    }
  }

  static class Mail {
    private int sorted;

    void sort() {
      sorted++; // want NonAtomicUpdate "sorted"
    }
  }

  static class Sorter implements Runnable {
    private final Mail mail;

    Sorter(Mail mail) {
      this.mail = mail;
    }

    @Override
    public void run() {
      mail.sort();
    }
  }

  static void plainTasks(ExecutorService pool) {
    Mail mail = new Mail();
    List<Runnable> sorters = List.of(new Sorter(mail), new Sorter(mail));
    for (Runnable each : sorters) {
      pool.execute(each);
    }
  }
}
