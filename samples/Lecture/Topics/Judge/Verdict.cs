namespace Lecture.Judge;

/// <summary>What is found about pictures.</summary>
/// <param name="Name">Who made them.</param>
/// <param name="Frechet">The Fréchet distance of their features from those of the training digits.</param>
/// <param name="ClassShares">The part that the reader takes for each class.</param>
/// <param name="ToTraining">Their nearest training digits.</param>
/// <param name="NearerToTraining">
/// The part that lies nearer to a training digit than to any of as many held-out ones: a half, where nothing is copied.
/// </param>
internal sealed record Verdict(string Name, double Frechet, double[] ClassShares, Neighbors ToTraining, double NearerToTraining);
