using Spectre.Console;

namespace MnistTrainer.Report;

/// <summary>The output: a terminal with colours and a progress bar, or plain lines without one.</summary>
internal sealed class Screen
{
    // Without a terminal, progress is one line for each quarter.
    private const int LinesOfProgress = 4;

    /// <summary>The columns of a terminal of the usual width; output that is not interactive keeps to them too.</summary>
    public const int NarrowWidth = 80;

    private readonly IAnsiConsole console;

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
        Width = IsInteractive ? console.Profile.Width : 120;
    }

    /// <summary>Whether lines can be drawn over.</summary>
    public bool IsInteractive { get; }

    /// <summary>Whether there are shades of grey.</summary>
    public bool HasColors { get; }

    /// <summary>Whether block characters can be shown.</summary>
    public bool HasBlocks => console.Profile.Capabilities.Unicode;

    /// <summary>Characters a line.</summary>
    public int Width { get; }

    /// <summary>Writes a line as it is, never wrapped.</summary>
    public void WriteLine(string text = "") => console.Profile.Out.Writer.WriteLine(text);

    public void WriteWarning(string text)
    {
        if (IsInteractive)
            console.MarkupLineInterpolated($"[yellow]{text}[/]");
        else
            WriteLine(text);
    }

    /// <summary>Writes text with Spectre.Console's markup; only to be used where <see cref="HasColors"/> holds.</summary>
    public void WriteMarkup(string markup) => console.Markup(markup);

    /// <summary>Shows a progress bar while the work runs, cleared at its end; without a terminal, lines.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="work">Gets the callback that moves the bar: the part done, 0 to 1, and a few words on the state.</param>
    public async Task ShowProgressAsync(string title, Func<Action<double, string>, Task> work)
    {
        if (!IsInteractive)
        {
            await work(Lines(title)).ConfigureAwait(false);
            return;
        }

        Progress progress = console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn());
        await progress.StartAsync(async context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: 1);
            await work((part, state) =>
            {
                task.Value = part;
                task.Description = Markup.Escape($"{title}  {state}");
            }).ConfigureAwait(false);
        }).ConfigureAwait(false);
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
