package io.tradeflow.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Kills programs in the middle of their work, each at least once, and starts them again. When is drawn by what has been done so far, so that
 * every kill meets work on a fast machine and on a slow one.
 */
class RandomKills implements Runnable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Random random = new Random();
    private final List<ForkedProgram> programs;
    private final IntSupplier done;
    private final List<Integer> moments;
    private final List<Integer> victims = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> starts = new ArrayList<>();

    /**
     * @param done how much of the work is done
     * @param all how much it is
     * @param count how many kills
     */
    RandomKills(List<ForkedProgram> programs, IntSupplier done, int all, int count) {
        this.programs = programs;
        this.done = done;
        int each = Math.max(1, all * 9 / 10 / count);
        this.moments = IntStream.range(0, count)
                .mapToObj(kill -> kill * each + random.nextInt(each))
                .toList();
    }

    @Override
    public void run() {
        for (int moment : moments) {
            soon("the work goes on").until(() -> done.getAsInt() >= moment);
            soon("a program runs").until(() -> !candidates().isEmpty());
            List<ForkedProgram> candidates = candidates();
            kill(candidates.get(random.nextInt(candidates.size())));
        }
    }

    /** Of those that run: first each once, then anyone. */
    private List<ForkedProgram> candidates() {
        return programs.stream()
                .filter(program -> victims.size() >= programs.size() || !victims.contains(program.port()))
                .filter(ForkedProgram::isRunning)
                .toList();
    }

    private void kill(ForkedProgram victim) {
        try {
            victim.killHard();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        victims.add(victim.port());
        starts.add(CompletableFuture.runAsync(victim::start));
    }

    private static ConditionFactory soon(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
    }

    /** Waits for the last starts. Call when {@link #run} has come to its end. */
    void allAreUp() {
        starts.forEach(CompletableFuture::join);
    }

    /** The ports of those killed, in the order of the kills. */
    List<Integer> victims() {
        return victims;
    }

    @Override
    public String toString() {
        return victims.size() + " kills and starts again, after " + moments + " invoices";
    }
}
