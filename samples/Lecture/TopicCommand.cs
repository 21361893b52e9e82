using System.CommandLine;

namespace Lecture;

/// <summary>The command of a topic, with the options that all have.</summary>
internal static class TopicCommand
{
    public static Command Of(Topic topic)
    {
        var folder = new Option<string>("--out")
        {
            Description = "The folder of the pictures.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "lecture",
        };
        var seed = new Option<int>("--seed") { Description = "Seeds all that is drawn.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var threads = new Option<int>("--threads")
        {
            Description = "Threads; the result does not depend on their number.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var mnist = new Option<string?>("--data")
        {
            Description = "A folder with MNIST's files, for topics on digits; without it the program draws digits.",
            HelpName = "DIR",
        };
        threads.Validators.Add(result =>
        {
            if (result.GetValue(threads) < 1)
                result.AddError($"--threads: expected at least 1, not {result.GetValue(threads)}.");
        });
        mnist.Validators.Add(result =>
        {
            if (result.GetValue(mnist) is { } data && !Directory.Exists(data))
                result.AddError($"--data: the folder '{data}' does not exist.");
        });
        var command = new Command(topic.Name, topic.Summary) { folder, seed, threads, mnist };
        command.SetAction(result => topic.Run(new Lesson(result.GetRequiredValue(folder), Console.Out)
        {
            Seed = result.GetValue(seed),
            Threads = result.GetValue(threads),
            Mnist = result.GetValue(mnist),
        }));
        return command;
    }
}
