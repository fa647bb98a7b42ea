package cases.blockingincooperative;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Properties;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import org.lockkeeper.annotations.Cooperative;

/** Settings, words and lines that are read and written a piece at a time. */
@Cooperative
public class FilesOfText {

  WatchKey nextChange(WatchService changes) throws InterruptedException {
    return changes.take(); // want BlockingInCooperative "take"
  }

  WatchKey changeWithinASecond(WatchService changes) throws InterruptedException {
    return changes.poll(1, TimeUnit.SECONDS); // want BlockingInCooperative "poll"
  }

  /** Without a time it only looks. */
  WatchKey changeIfAny(WatchService changes) {
    return changes.poll();
  }

  Properties settings(Path file) throws IOException {
    Properties settings = new Properties();
    try (InputStream in = Files.newInputStream(file)) { // want BlockingInCooperative "newInputStream"
      settings.load(in); // want BlockingInCooperative "load"
    }
    return settings;
  }

  Properties settings(String text) throws IOException {
    Properties settings = new Properties();
    settings.load(new StringReader(text));
    return settings;
  }

  Properties settings(byte[] text) throws IOException {
    Properties settings = new Properties();
    settings.load(new ByteArrayInputStream(text));
    return settings;
  }

  int total(File numbers) throws IOException {
    int total = 0;
    try (Scanner in = new Scanner(numbers)) { // want BlockingInCooperative "Scanner"
      total += in.nextInt(); // want BlockingInCooperative "nextInt"
    }
    return total;
  }

  String answerOfUser() {
    Scanner in = new Scanner(System.in);
    return in.nextLine(); // want BlockingInCooperative "nextLine"
  }

  String firstWord(String text) {
    return new Scanner(text).next();
  }

  void greet(Socket peer) throws IOException {
    PrintWriter out = new PrintWriter(peer.getOutputStream(), true, StandardCharsets.UTF_8);
    out.println("hello"); // want BlockingInCooperative "println"
  }

  String report(int requests) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.printf("%d requests%n", requests);
    return text.toString();
  }
}
