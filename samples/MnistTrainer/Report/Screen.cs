using System.Diagnostics;
using Spectre.Console;

namespace MnistTrainer.Report;

/// <summary>The output: a terminal with colours and a progress bar, or plain lines without one.</summary>
internal sealed class Screen
{
    // Without a terminal, progress is one line for each quarter.
    private const int LinesOfProgress = 4;

    /// <summary>The columns of a terminal of the usual width; output that is not interactive keeps to them too.</summary>
    public const int NarrowWidth = 80;

    // Between two drawings of what is live.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(80);

    private readonly IAnsiConsole console;
    private readonly LiveLines live;
    private long lastDrawn;

    public Screen(TextWriter writer, bool isTerminal)
    {
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,

            // Otherwise build servers count as terminals with colours.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        IsInteractive = isTerminal && console.Profile.Capabilities is { Ansi: true, Interactive: true };
        HasColors = IsInteractive && console.Profile.Capabilities.ColorSystem >= ColorSystem.EightBit;
        live = new LiveLines(writer);
    }

    /// <summary>Whether lines can be drawn over.</summary>
    public bool IsInteractive { get; }

    /// <summary>Whether there are shades of grey.</summary>
    public bool HasColors { get; }

    /// <summary>Whether block characters can be shown.</summary>
    public bool HasBlocks => console.Profile.Capabilities.Unicode;

    /// <summary>Characters a line; of a terminal as wide as it is now.</summary>
    public int Width => IsInteractive ? console.Profile.Width : 120;

    /// <summary>A second line of what is live, below the progress; empty for none.</summary>
    public string Footer { get; set; } = "";

    /// <summary>
    /// Writes a line that stays. A terminal that is narrower has several, broken between words; else it is never wrapped.
    /// </summary>
    public void WriteLine(string text = "")
    {
        ClearLive();
        foreach (string line in IsInteractive ? WrappedLines.Of(text, Width) : [text])
            console.Profile.Out.Writer.WriteLine(line);
    }

    /// <summary>Takes away what is live.</summary>
    public void ClearLive()
    {
        live.Clear();
        lastDrawn = 0;
    }

    public void WriteWarning(string text)
    {
        ClearLive();
        if (IsInteractive)
            console.MarkupLineInterpolated($"[yellow]{text}[/]");
        else
            WriteLine(text);
    }

    /// <summary>Writes text with Spectre.Console's markup; only to be used where <see cref="HasColors"/> holds.</summary>
    public void WriteMarkup(string markup) => console.Markup(markup);

    /// <summary>
    /// How the progress of something is shown: a bar, drawn over until a line is written or it is cleared; without a terminal, lines.
    /// </summary>
    /// <param name="title">What is being done.</param>
    /// <returns>Takes the part done, 0 to 1, and a few words on the state.</returns>
    public Action<double, string> Progress(string title)
    {
        if (!IsInteractive)
            return Lines(title);
        return (part, state) =>
        {
            if (lastDrawn != 0 && Stopwatch.GetElapsedTime(lastDrawn) < Pause)
                return;
            lastDrawn = Stopwatch.GetTimestamp();
            string bar = ProgressLines.Bar(title, part, state, Width, HasBlocks);
            if (Footer.Length == 0)
                live.Draw(bar);
            else
                live.Draw(bar, Footer);
        };
    }

    private Action<double, string> Lines(string title)
    {
        double last = 0;
        return (part, state) =>
        {
            // A part that is less than the last one is the next file's.
            bool nextQuarter = Math.Floor(part * LinesOfProgress) > (part < last ? 0 : Math.Floor(last * LinesOfProgress));
            last = part;
            if (nextQuarter)
                WriteLine($"{title}  {part * 100,3:F0} %  {state}");
        };
    }
}
