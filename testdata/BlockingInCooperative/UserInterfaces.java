package cases.blockingincooperative;

import android.app.Activity;
import android.os.AsyncTask;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.view.View;
import androidx.annotation.UiThread;
import androidx.annotation.WorkerThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.scene.control.Button;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;
import javax.swing.Timer;

/** The threads of Swing, JavaFX and Android. */
public class UserInterfaces {

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  static class Swing {
    void install(JButton button, JLabel label, Path file) {
      button.addActionListener(
          event -> {
            label.setText(read(file)); // want BlockingInCooperative "read"
          });
      new Timer(
              500,
              event -> {
                label.setText(read(file)); // want BlockingInCooperative "read"
              })
          .start();
      SwingUtilities.invokeLater(
          () -> {
            label.setText(read(file)); // want BlockingInCooperative "read"
          });
    }

    void load(JLabel label, Path file) {
      new SwingWorker<String, Void>() {
        @Override
        protected String doInBackground() {
          return read(file);
        }

        @Override
        protected void done() {
          try {
            label.setText(get());
          } catch (Exception e) {
            label.setText("failed");
          }
        }
      }.execute();
    }
  }

  static class Fx {
    void install(Button button, CompletableFuture<String> answer) {
      button.setOnAction(
          event -> {
            answer.join(); // want BlockingInCooperative "join"
          });
      Platform.runLater(
          () -> {
            answer.join(); // want BlockingInCooperative "join"
          });
    }

    Task<String> load(Path file) {
      return new Task<String>() {
        @Override
        protected String call() {
          return read(file);
        }
      };
    }
  }

  static class Screen extends Activity {
    private final Handler main = new Handler(Looper.getMainLooper());

    @Override
    protected void onCreate(Bundle state) {
      read(Path.of("prefs")); // want BlockingInCooperative "read"
    }

    void install(View view, CompletableFuture<String> answer) {
      view.setOnClickListener(
          clicked -> {
            answer.join(); // want BlockingInCooperative "join"
          });
      main.post(
          () -> {
            answer.join(); // want BlockingInCooperative "join"
          });
      new Thread(
              () -> {
                String text = answer.join();
                runOnUiThread(() -> show(text));
              })
          .start();
    }

    @UiThread
    void show(String text) {
      read(Path.of(text)); // want BlockingInCooperative "read"
    }

    @WorkerThread
    String fetch(Path file) {
      return read(file);
    }
  }

  static class Download extends AsyncTask<Path, Void, String> {
    @Override
    protected String doInBackground(Path... files) {
      return read(files[0]);
    }

    @Override
    protected void onPostExecute(String text) {
      read(Path.of(text)); // want BlockingInCooperative "read"
    }
  }
}
