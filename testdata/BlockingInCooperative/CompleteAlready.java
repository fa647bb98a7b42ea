package cases.blockingincooperative;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingWorker;
import org.lockkeeper.annotations.Cooperative;

/** What is complete needs no waiting. */
public class CompleteAlready {

  static class Greeter extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      ChannelFuture welcome = ctx.writeAndFlush("welcome");
      ChannelFuture rules = ctx.writeAndFlush("rules");
      welcome.addListener((ChannelFutureListener) done -> done.get());
      welcome.addListener(
          new ChannelFutureListener() {
            @Override
            public void operationComplete(ChannelFuture done) throws Exception {
              done.get();
              rules.sync(); // want BlockingInCooperative "sync"
            }
          });
    }
  }

  static class Count extends SwingWorker<Integer, Void> {
    private final JLabel label;

    Count(JLabel label) {
      this.label = label;
    }

    @Override
    protected Integer doInBackground() {
      return 42;
    }

    @Override
    protected void done() {
      try {
        label.setText("" + get());
      } catch (InterruptedException | ExecutionException e) {
        label.setText("failed");
      }
    }
  }

  void install(JButton button, JLabel label) {
    button.addActionListener(
        event -> {
          Count count = new Count(label);
          count.execute();
          try {
            label.setText("" + count.get()); // want BlockingInCooperative "get"
          } catch (InterruptedException | ExecutionException e) {
            label.setText("failed");
          }
        });
  }

  @Cooperative
  int both(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
    CompletableFuture.allOf(a, b).join(); // want BlockingInCooperative "join"
    return a.join() + b.join();
  }

  @Cooperative
  int oneMore(
      CompletableFuture<Integer> a, CompletableFuture<Integer> b, CompletableFuture<Integer> c) {
    CompletableFuture.allOf(a, b).join(); // want BlockingInCooperative "join"
    return a.join()
        + c.join(); // want BlockingInCooperative "join"
  }

  @Cooperative
  List<String> all(List<CompletableFuture<String>> parts) {
    CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(new CompletableFuture[0]));
    all.join(); // want BlockingInCooperative "join"
    List<String> texts = new ArrayList<>();
    for (CompletableFuture<String> part : parts) {
      texts.add(part.join());
    }
    return texts;
  }

  @Cooperative
  List<String> inOneGo(
      List<CompletableFuture<String>> parts, List<CompletableFuture<String>> others) {
    CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .join(); // want BlockingInCooperative "join"
    List<String> texts = new ArrayList<>(parts.stream().map(CompletableFuture::join).toList());
    texts.addAll(
        others.stream()
            .map(CompletableFuture::join) // want BlockingInCooperative "join"
            .toList());
    return texts;
  }

  /** Not waited for yet. */
  @Cooperative
  String before(CompletableFuture<String> a, CompletableFuture<String> b) {
    CompletableFuture<Void> all = CompletableFuture.allOf(a, b);
    String first = a.join(); // want BlockingInCooperative "join"
    all.join(); // want BlockingInCooperative "join"
    return first;
  }
}
