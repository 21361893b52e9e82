namespace Lecture;

/// <summary>A topic of the lecture: a command that computes something and ends with a picture.</summary>
/// <param name="name">The name of the command.</param>
/// <param name="summary">What it shows, in a sentence.</param>
internal abstract class Topic(string name, string summary)
{
    public string Name => name;

    public string Summary => summary;

    /// <summary>Computes, tells on the way, and draws.</summary>
    public abstract void Run(Lesson lesson);
}
