namespace Lecture.Gan;

/// <summary>Where the game stands.</summary>
/// <param name="Step">Steps so far.</param>
/// <param name="OfReal">The mean probability that the discriminator gives to the real pictures of the last step.</param>
/// <param name="OfGenerated">The mean probability that it gave to generated ones since the last report.</param>
internal sealed record GanProgress(int Step, double OfReal, double OfGenerated);
